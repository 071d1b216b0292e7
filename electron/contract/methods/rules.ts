import { z } from 'zod';
import { articleRowSchema, queryProblemSchema, ruleActionsSchema, ruleConditionSchema, ruleIdSchema, ruleSchema } from '../entities.ts';
import { changedSchema, ids, method, name, nothing } from './method.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable();

/** Methods of rules: what happens by itself to an article that comes. */
export const RULES_METHODS = {
  'rules.list': method('writer', nothing, z.strictObject({ rules: z.array(ruleSchema) })),
  'rules.create': method(
    'writer',
    z.strictObject({
      name,
      condition: ruleConditionSchema,
      actions: ruleActionsSchema,
      enabled: z.boolean().default(false),
      until: day.default(null),
    }),
    z.strictObject({ id: ruleIdSchema, undo: z.string().nullable() }),
  ),
  /** What is left out stays. */
  'rules.update': method(
    'writer',
    z.strictObject({
      id: ruleIdSchema,
      name: name.optional(),
      condition: ruleConditionSchema.optional(),
      actions: ruleActionsSchema.optional(),
      enabled: z.boolean().optional(),
      until: day.optional(),
    }),
    changedSchema,
  ),
  'rules.move': method('writer', z.strictObject({ id: ruleIdSchema, before: ruleIdSchema.nullable() }), changedSchema),
  'rules.delete': method('writer', z.strictObject({ id: ruleIdSchema }), changedSchema),
  /** Which articles of the library a condition fits now: how many, and the newest of them. Changes nothing. */
  'rules.tryOut': method(
    'reader',
    ruleConditionSchema,
    z.strictObject({ total: z.number().int(), rows: z.array(articleRowSchema), problems: z.array(queryProblemSchema) }),
  ),
  /** Does what a rule does to these articles, where it fits their length; one change that can be undone. */
  'rules.run': method('writer', z.strictObject({ id: ruleIdSchema, ids }), changedSchema),
} as const;
