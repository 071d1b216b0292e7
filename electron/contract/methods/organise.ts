import { z } from 'zod';
import { collectionIdSchema, colourSchema, iconSchema, smartIdSchema, tagIdSchema } from '../entities.ts';
import { changedSchema, method, name } from './method.ts';

const query = z.string().trim().min(1).max(2000);

/** Methods of tags, collections and smart collections. */
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
