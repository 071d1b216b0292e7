import { z } from 'zod';
import { collectionIdSchema, tagIdSchema } from '../entities.ts';
import { changedSchema, method, name } from './method.ts';

/** Methods of tags and collections. */
export const ORGANISE_METHODS = {
  'tags.rename': method('writer', z.strictObject({ id: tagIdSchema, name }), changedSchema),
  'tags.delete': method('writer', z.strictObject({ id: tagIdSchema }), changedSchema),

  'collections.create': method(
    'writer',
    z.strictObject({ name, parentId: collectionIdSchema.nullable().default(null) }),
    z.strictObject({ id: collectionIdSchema, undo: z.string().nullable() }),
  ),
  'collections.rename': method('writer', z.strictObject({ id: collectionIdSchema, name }), changedSchema),
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
} as const;
