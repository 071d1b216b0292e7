import { z } from 'zod';
import {
  articleIdSchema,
  collectionIdSchema,
  colourSchema,
  iconSchema,
  smartIdSchema,
  tagIdSchema,
  tagSuggestionSchema,
} from '../entities.ts';
import { changedSchema, method, name, nothing } from './method.ts';

const query = z.string().trim().min(1).max(2000);

/** Methods of tags, collections and smart collections. */
export const ORGANISE_METHODS = {
  /**
   * Renames a tag and those below it. Where another tag has such a name already: `name-taken` (details: its id), or with `merge` the two
   * become one. Undo takes them apart again.
   */
  'tags.rename': method('writer', z.strictObject({ id: tagIdSchema, name, merge: z.boolean().default(false) }), changedSchema),
  'tags.update': method('writer', z.strictObject({ id: tagIdSchema, colour: colourSchema.nullable() }), changedSchema),
  /** Tags that no article has, not even one in the trash. */
  'tags.unused': method('writer', nothing, z.strictObject({ ids: z.array(tagIdSchema) })),
  'tags.deleteUnused': method('writer', nothing, changedSchema),
  /** Tags these articles might want, best first, each with why. At most a dozen; made on this computer from what is in the library. */
  'tags.suggest': method(
    'reader',
    z.strictObject({ ids: z.array(articleIdSchema).min(1).max(50) }),
    z.strictObject({ tags: z.array(tagSuggestionSchema) }),
  ),
  'tags.delete': method('writer', z.strictObject({ id: tagIdSchema }), changedSchema),

  'collections.create': method(
    'writer',
    z.strictObject({ name, parentId: collectionIdSchema.nullable().default(null) }),
    z.strictObject({ id: collectionIdSchema, undo: z.string().nullable() }),
  ),
  'collections.rename': method('writer', z.strictObject({ id: collectionIdSchema, name }), changedSchema),
  /** How it looks. What is left out stays; null (an empty description) clears. */
  'collections.update': method(
    'writer',
    z.strictObject({
      id: collectionIdSchema,
      description: z.string().trim().max(2000).optional(),
      icon: iconSchema.nullable().optional(),
      colour: colourSchema.nullable().optional(),
    }),
    changedSchema,
  ),
  /** Moves under another parent (null = top) and before a sibling (null = last). */
  'collections.move': method(
    'writer',
    z.strictObject({
      id: collectionIdSchema,
      parentId: collectionIdSchema.nullable(),
      before: collectionIdSchema.nullable().default(null),
    }),
    changedSchema,
  ),
  /** The collections below move up to its parent; no article is deleted. */
  'collections.delete': method('writer', z.strictObject({ id: collectionIdSchema }), changedSchema),

  /** Keeps a query as a smart collection, last in their order. `bad-query` where it cannot be read. */
  'smart.create': method(
    'writer',
    z.strictObject({ name, query, icon: iconSchema.nullable().default(null), colour: colourSchema.nullable().default(null) }),
    z.strictObject({ id: smartIdSchema, undo: z.string().nullable() }),
  ),
  /** What is left out stays. */
  'smart.update': method(
    'writer',
    z.strictObject({
      id: smartIdSchema,
      name: name.optional(),
      query: query.optional(),
      icon: iconSchema.nullable().optional(),
      colour: colourSchema.nullable().optional(),
    }),
    changedSchema,
  ),
  /** Moves before another one (null = last). */
  'smart.move': method('writer', z.strictObject({ id: smartIdSchema, before: smartIdSchema.nullable() }), changedSchema),
  'smart.delete': method('writer', z.strictObject({ id: smartIdSchema }), changedSchema),
} as const;
