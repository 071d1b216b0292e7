import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { RuleCondition } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { Button } from '../../ui/button.tsx';
import { text } from './messages.ts';
import css from './rules.module.css';

/** What a rule would fit now, before it is switched on; a rule that is kept can also be run over that. */
export function TryOut({ condition, ruleId }: { condition: RuleCondition; ruleId: string | null }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const asked = useDeferredValue(JSON.stringify(condition));
  const empty = condition.query === '' && condition.minWords === null && condition.maxWords === null;
  const { data } = useQuery({
    queryKey: ['list', 'try-out', asked],
    queryFn: () => bridge.call('rules.tryOut', JSON.parse(asked) as RuleCondition),
    enabled: !empty,
    placeholderData: keepPreviousData,
  });
  const run = useMutationWithUndo('rules.run', { done: ({ changed }) => intl.formatMessage(text.ranOver, { count: changed }) });
  if (empty || !data) return null;
  const [problem] = data.problems;
  const runNow = async (id: string): Promise<void> => {
    const { ids } = await bridge.call('articles.ids', { view: { kind: 'everything' }, query: condition.query });
    if (ids.length > 0) await run.mutateAsync({ id, ids });
  };
  return (
    <section className={css['tryOut']} aria-label={intl.formatMessage(text.tryOut)}>
      <p role="status" className={css['found']}>
        {problem ? problem.message : intl.formatMessage(text.fits, { count: data.total })}
      </p>
      {!problem && (
        <ul className={css['sample']}>
          {data.rows.map((row) => (
            <li key={row.id}>
              <span dir="auto">{row.title}</span> <span className={css['facts']}>{row.source}</span>
            </li>
          ))}
        </ul>
      )}
      {!problem && ruleId !== null && data.total > 0 && (
        <Button isDisabled={run.isPending} onPress={() => void runNow(ruleId).catch(() => undefined)}>
          {intl.formatMessage(text.run, { count: data.total })}
        </Button>
      )}
    </section>
  );
}
