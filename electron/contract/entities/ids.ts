import { z } from 'zod';

/** Lower-case letters and digits; the first four name the segment (`0000`…), so an id names its folder. */
export const articleIdSchema = z.string().regex(/^[0-9a-z]{12}$/);
export const tagIdSchema = z.string().regex(/^t[0-9a-z]{9}$/);
export const collectionIdSchema = z.string().regex(/^c[0-9a-z]{9}$/);
export const smartIdSchema = z.string().regex(/^s[0-9a-z]{9}$/);
export const feedIdSchema = z.string().regex(/^f[0-9a-z]{9}$/);
export const jobIdSchema = z.string().regex(/^j[0-9a-z]{9}$/);

/** `2023-03-09` where only the day is known, otherwise ISO 8601 with a zone (`2023-03-09T10:00:00.000Z`). */
export const dateTextSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/);
export const timestampSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
