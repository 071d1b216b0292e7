import type { DuplicateGroup } from '../../contract/entities.ts';
import type { ArticleRecord } from '../domain/records.ts';
import type { LibraryStore } from '../ports.ts';

/** Shorter texts (a caption, a list of links) may well be the same twice, and say nothing. */
const LEAST_WORDS = 30;
/** Groups that are told one by one. */
const SHOWN = 200;

type Facts = Pick<ArticleRecord, 'id' | 'title' | 'source' | 'savedAt' | 'wordCount' | 'keys'> & {
  readonly text: string | null;
  readonly care: number;
};

/** Collects articles one by one and tells which are there more than once: by the sum of their text, or by an address they share. */
export class Duplicates {
  readonly #facts = new Map<string, Facts>();
  readonly #first = new Map<string, string>();
  /** Joined articles: id → an id nearer to the head of its group. */
  readonly #towards = new Map<string, string>();

  add(record: ArticleRecord): void {
    if (record.trashedAt !== null) return;
    const sum = record.files['text.txt'];
    const text = sum !== undefined && record.wordCount >= LEAST_WORDS ? sum : null;
    const { id, title, source, savedAt, wordCount, keys } = record;
    this.#facts.set(id, { id, title, source, savedAt, wordCount, keys, text, care: careOf(record) });
    for (const mark of [...keys.map((key) => `a ${key}`), ...(text === null ? [] : [`t ${text}`])]) {
      const other = this.#first.get(mark);
      if (other === undefined) this.#first.set(mark, id);
      else this.#towards.set(this.#head(id), this.#head(other));
    }
  }

  /** Groups with the newest duplicate first. */
  groups(): DuplicateGroup[] {
    const members = new Map<string, Set<Facts>>();
    for (const id of this.#towards.keys()) {
      const head = this.#head(id);
      for (const each of [id, head]) {
        const facts = this.#facts.get(each);
        const group = members.get(head) ?? new Set();
        members.set(head, facts ? group.add(facts) : group);
      }
    }
    return [...members.values()]
      .map((group) => [...group])
      .filter((group) => group.length > 1)
      .map(groupOf)
      .sort((a, b) => (newest(a) < newest(b) ? 1 : -1));
  }

  #head(id: string): string {
    let head = id;
    for (let next = this.#towards.get(head); next !== undefined && next !== head; next = this.#towards.get(head)) head = next;
    return head;
  }
}

/** Every duplicate of a library, in one reading of its records. */
export async function findDuplicates(store: Pick<LibraryStore, 'scan'>): Promise<{ groups: DuplicateGroup[]; total: number }> {
  const duplicates = new Duplicates();
  for await (const { articles } of store.scan()) for (const article of articles) duplicates.add(article);
  const groups = duplicates.groups();
  return { groups: groups.slice(0, SHOWN), total: groups.length };
}

/** How much the person has done with an article: what would be missed. */
function careOf(record: ArticleRecord): number {
  const { highlights = 0, notes = 0 } = record.marks ?? {};
  const kept = [record.starred, record.later, record.edited.length > 0].filter(Boolean).length;
  return (highlights + notes) * 10 + kept * 3 + record.tags.length + record.collections.length + (record.position === null ? 0 : 1);
}

function groupOf(facts: readonly Facts[]): DuplicateGroup {
  const ordered = [...facts].sort((a, b) => b.care - a.care || (a.savedAt < b.savedAt ? -1 : 1));
  const [first] = ordered;
  const same = ordered.every(({ text }) => text !== null && text === first?.text) ? 'text' : 'address';
  return {
    same,
    articles: ordered.map(({ id, title, source, savedAt, wordCount }, at) => ({ id, title, source, savedAt, wordCount, keep: at === 0 })),
  };
}

function newest({ articles }: DuplicateGroup): string {
  return articles.reduce((latest, { savedAt }) => (savedAt > latest ? savedAt : latest), '');
}
