import type { RuleCondition } from '../../contract/entities.ts';
import { makeRuleId } from '../domain/ids.ts';
import type { ArticleRecord, RuleRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { Context, Handlers } from '../library/context.ts';
import { mutate } from '../library/mutate.ts';
import { tidyName } from '../library/names.ts';
import { placed } from '../library/ordered.ts';
import { ensureTags } from '../library/tag-names.ts';
import { articles, quoted } from '../library/words.ts';
import { parseQuery } from '../search/query/parse.ts';
import { type LibraryChange, previewLibrary, sameRecord } from '../undo/library-change.ts';
import { act, ranFact } from './apply.ts';
import { inOrder, lengthFits } from './fits.ts';
import { labelled } from '../undo/label.ts';

type RuleMethods = 'rules.list' | 'rules.create' | 'rules.update' | 'rules.move' | 'rules.delete' | 'rules.run';

/** Rules: made, changed, ordered, and run over articles that are there already. */
export function ruleMethods(context: Context): Handlers<RuleMethods> {
  const { store, random, clock } = context.deps;
  const ruleOf = (id: string): RuleRecord => {
    const rule = store.library.rules[id];
    if (!rule) throw new AppError('not-found', 'That rule is no longer there. It may have been deleted.', { details: { id } });
    return rule;
  };
  const sound = (condition: RuleCondition): RuleCondition => {
    const [problem] = parseQuery(condition.query, clock.now()).problems;
    if (problem) throw new AppError('bad-query', problem.message);
    if (condition.query === '' && condition.minWords === null && condition.maxWords === null) {
      throw new AppError('bad-query', 'This rule would fit every article. Say which ones it is for.');
    }
    return condition;
  };
  return {
    'rules.list': async () => ({
      rules: inOrder(store.library).map((rule) => ({ ...rule, ran: Number(store.library.facts[ranFact(rule.id)]?.value ?? 0) })),
    }),

    'rules.create': async ({ name, condition, actions, enabled, until }) => {
      let id = '';
      const { undo } = await mutate(context, () => {
        id = makeRuleId(random);
        const order = (inOrder(store.library).at(-1)?.order ?? 0) + 1;
        const after: RuleRecord = { id, name: tidyName(name), condition: sound(condition), actions, enabled, until, order };
        return {
          library: [{ table: 'rules', id, before: null, after }],
          label: () => labelled('ruleCreate', { name: after.name }, `Create rule ${quoted(after.name)}`),
        };
      });
      return { id, undo };
    },

    'rules.update': ({ id, name, condition, actions, enabled, until }) =>
      mutate(context, () => {
        const before = ruleOf(id);
        const after: RuleRecord = {
          ...before,
          ...(name !== undefined && { name: tidyName(name) }),
          ...(condition !== undefined && { condition: sound(condition) }),
          ...(actions !== undefined && { actions }),
          ...(enabled !== undefined && { enabled }),
          ...(until !== undefined && { until }),
        };
        if (sameRecord(before, after)) return null;
        const switched = sameRecord({ ...before, enabled: after.enabled }, after);
        const [what, verb] = switched
          ? after.enabled
            ? (['ruleOn', 'Switch on'] as const)
            : (['ruleOff', 'Switch off'] as const)
          : (['ruleChange', 'Change'] as const);
        return {
          library: [{ table: 'rules', id, before, after }],
          label: () => labelled(what, { name: after.name }, `${verb} rule ${quoted(after.name)}`),
        };
      }),

    'rules.move': ({ id, before }) =>
      mutate(context, () => {
        const moved = ruleOf(id);
        const others = inOrder(store.library).filter((other) => other.id !== id);
        const place = before === null ? others.length : others.findIndex((other) => other.id === before);
        if (place < 0) throw new AppError('not-found', 'The rule to put it before is no longer there. Try again.');
        const library = placed(moved, others, place).map((step): LibraryChange => ({ table: 'rules', id: step.after.id, ...step }));
        return library.length === 0
          ? null
          : { library, label: () => labelled('ruleMove', { name: moved.name }, `Move rule ${quoted(moved.name)}`) };
      }),

    'rules.delete': ({ id }) =>
      mutate(context, () => {
        const before = ruleOf(id);
        return {
          library: [{ table: 'rules', id, before, after: null }],
          label: () => labelled('ruleDelete', { name: before.name }, `Delete rule ${quoted(before.name)}`),
        };
      }),

    'rules.run': ({ id, ids }) =>
      mutate(context, () => {
        const { name, actions, condition } = ruleOf(id);
        const { made } = ensureTags(actions.tags, store.library, random);
        const tables = previewLibrary(store.library, made);
        const edit = (record: ArticleRecord | null): ArticleRecord | null =>
          record && record.trashedAt === null && lengthFits(condition, record) ? act(actions, record, tables, random).record : record;
        return {
          articles: new Map(ids.map((article) => [article, edit])),
          library: made,
          label: (count) => labelled('ruleRun', { name, count }, `Run rule ${quoted(name)} on ${articles(count)}`),
        };
      }),
  };
}
