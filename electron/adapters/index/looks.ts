import type { IndexNames } from '../../core/ports.ts';

type Tag = IndexNames['tags'][number];
type Collection = IndexNames['collections'][number];

/** What the sidebar shows beyond names, as it stands in the index: colours and the like by id, the smart collections, and the feeds. */
export interface Looks {
  readonly tags: Readonly<Record<string, Pick<Tag, 'colour'>>>;
  readonly collections: Readonly<Record<string, Pick<Collection, 'description' | 'icon' | 'colour'>>>;
  readonly smart: NonNullable<IndexNames['smart']>;
  readonly feeds: NonNullable<IndexNames['feeds']>;
}

export const NO_LOOKS: Looks = { tags: {}, collections: {}, smart: [], feeds: [] };

export function looksOf({ tags, collections, smart = [], feeds = [] }: IndexNames): Looks {
  return {
    tags: Object.fromEntries(tags.flatMap(({ id, colour }) => (colour ? [[id, { colour }]] : []))),
    collections: Object.fromEntries(
      collections.flatMap(({ id, description, icon, colour }) =>
        description || icon || colour
          ? [[id, { ...(description && { description }), ...(icon && { icon }), ...(colour && { colour }) }]]
          : [],
      ),
    ),
    smart,
    feeds,
  };
}
