import { z } from 'zod';
import { collectionIdSchema } from './ids.ts';

export const ruleIdSchema = z.string().regex(/^r[0-9a-z]{9}$/);

/** What a rule does to an article that it fits. `mute` hides it: read, and in the archive. */
export const ruleActionsSchema = z.strictObject({
  tags: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  collections: z.array(collectionIdSchema).max(20).default([]),
  read: z.boolean().default(false),
  archive: z.boolean().default(false),
  star: z.boolean().default(false),
  later: z.boolean().default(false),
  mute: z.boolean().default(false),
});
export type RuleActions = z.infer<typeof ruleActionsSchema>;

/** What a rule is asked about: a query as in the search field, and the length in words where that matters. */
export const ruleConditionSchema = z.strictObject({
  query: z.string().trim().max(2000),
  minWords: z.number().int().min(1).max(1_000_000).nullable().default(null),
  maxWords: z.number().int().min(1).max(1_000_000).nullable().default(null),
});
export type RuleCondition = z.infer<typeof ruleConditionSchema>;

export const ruleSchema = z.strictObject({
  id: ruleIdSchema,
  name: z.string(),
  condition: ruleConditionSchema,
  actions: ruleActionsSchema,
  enabled: z.boolean(),
  /** The last day it acts, `2024-05-31`; null = for ever. */
  until: z.string().nullable(),
  order: z.number(),
  /** How many articles it has acted on as they came. */
  ran: z.number().int(),
});
export type Rule = z.infer<typeof ruleSchema>;

/** What a rule did to an article when it came. */
export const ruleTraceSchema = z.strictObject({
  id: ruleIdSchema,
  /** As the rule was called then. */
  name: z.string(),
  at: z.string(),
  did: z.array(z.enum(['tag', 'collect', 'read', 'archive', 'star', 'later', 'mute'])),
  /** Names of the tags it gave. */
  tags: z.array(z.string()),
});
export type RuleTrace = z.infer<typeof ruleTraceSchema>;
