import type { Tag } from '../../../electron/contract/entities.ts';
import { compareIn, type Compare } from '../../i18n/collator.ts';

/** A part of a tag's name, the tag of that very name where there is one, and what stands below it. */
export interface TagBranch {
  /** The names from the root, joined with `/`. */
  readonly path: string;
  readonly label: string;
  tag: Tag | null;
  readonly below: TagBranch[];
}

/** Tags as the tree their names make: `news/turkey` stands below `news`, whether that is a tag or not. By name, numbers as numbers. */
export function tagTree(tags: readonly Tag[], compare: Compare = compareIn('en')): TagBranch[] {
  const root: TagBranch[] = [];
  for (const tag of tags) {
    let level = root;
    let path = '';
    const parts = tag.name.split('/').map((part) => part.trim());
    // A name like "a/" or "/b" is one name.
    const names = parts.includes('') ? [tag.name] : parts;
    for (const [at, label] of names.entries()) {
      path = at === 0 ? label : `${path}/${label}`;
      const key = label.toLocaleLowerCase();
      let branch = level.find((one) => one.label.toLocaleLowerCase() === key);
      if (!branch) level.push((branch = { path, label, tag: null, below: [] }));
      if (at === names.length - 1) branch.tag ??= tag;
      level = branch.below;
    }
  }
  const sort = (branches: TagBranch[]): TagBranch[] => {
    branches.sort((a, b) => compare(a.label, b.label));
    for (const { below } of branches) sort(below);
    return branches;
  };
  return sort(root);
}
