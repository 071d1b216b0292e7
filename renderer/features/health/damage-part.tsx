import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { FileFault, VerifyReport } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import css from './health.module.css';
import { text } from './messages.ts';
import { Part } from './part.tsx';
import { Said } from './said.tsx';
import { useTask } from './use-task.ts';
import { momentWords } from './words.ts';

/** The check in the background moves slowly: looked at again so often, in milliseconds, while the page is open. */
const LOOK_EVERY = 5_000;
/** Problems and notes of a repair that are told one by one; the rest is in the number. */
const SHOWN = 50;

/** Files that are not as they were saved, when that was last looked at, and what can be done. */
export function DamagePart(): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const bridge = useBridge();
  const client = useQueryClient();
  const task = useTask();
  const [report, setReport] = useState<Pick<VerifyReport, 'notes' | 'problems'>>({ notes: [], problems: [] });
  const { data } = useQuery({
    queryKey: keys.health,
    queryFn: () => bridge.call('library.health', {}),
    refetchInterval: ({ state }) => (state.data?.running === true ? LOOK_EVERY : false),
  });
  if (!data) return null;
  const { lastScrubAt, running, scrubbedArticles, totalArticles } = data;
  const faults = [...data.damaged, ...data.missing];

  const check = (): void =>
    void task.run(say(text.checking), async () => {
      client.setQueryData(keys.health, await bridge.call('library.scrub', { all: true }));
      return null;
    });
  const repair = (): void =>
    void task.run(say(text.checking), async () => {
      const found = await bridge.call('library.verify', { repair: true });
      setReport(found);
      await client.invalidateQueries({ queryKey: keys.health, exact: true });
      return say(text.repaired, { count: found.problems.length });
    });
  const saveAgain = (id: string): void =>
    void task.run(say(text.looking), async () => {
      await bridge.call('capture.renew', { ids: [id], what: 'again' });
      return say(text.savingAgain);
    });

  return (
    <Part title={say(text.damage)} tone={faults.length > 0 ? 'attention' : lastScrubAt === null ? 'plain' : 'good'}>
      <p role="status">{sentence()}</p>
      {running && <p>{say(text.checkRunning, { done: scrubbedArticles, total: totalArticles })}</p>}
      {faults.length > 0 && (
        <ul className={css['list']} aria-label={say(text.damage)}>
          {faults.map((fault) => (
            <Line key={`${fault.articleId} ${fault.path}`} fault={fault} onSaveAgain={saveAgain} />
          ))}
        </ul>
      )}
      {task.busy === say(text.checking) && <ProgressBar label={say(text.checking)} value={null} />}
      <div className={css['actions']}>
        <Button onPress={() => check()}>{say(text.checkNow)}</Button>
        <Button onPress={() => repair()}>{say(faults.length > 0 ? text.repair : text.checkRepair)}</Button>
      </div>
      <Said task={task} />
      {report.problems.length > 0 && (
        <ul className={css['list']} aria-label={say(text.problems)}>
          {report.problems.slice(0, SHOWN).map(({ message, articleId }, at) => (
            <li key={at} className={css['group']}>
              <p dir="auto" className={css['message']}>
                {message}
              </p>
              {articleId !== null && <OpenArticle id={articleId} />}
            </li>
          ))}
        </ul>
      )}
      {report.notes.length > 0 && (
        <ul className={css['notes']}>
          {report.notes.slice(0, SHOWN).map((note, at) => (
            <li key={at}>{note}</li>
          ))}
        </ul>
      )}
    </Part>
  );

  function sentence(): string {
    const when = lastScrubAt === null ? null : momentWords(intl, lastScrubAt);
    if (faults.length > 0)
      return say(text.damageSome, { count: faults.length }) + (when === null ? '' : ` ${say(text.lastChecked, { when })}`);
    return when === null ? say(text.damageNever) : `${say(text.damageNone)} ${say(text.lastChecked, { when })}`;
  }
}

function OpenArticle({ id }: { id: string }): ReactNode {
  const { formatMessage: say } = useIntl();
  return (
    <Button
      size="sm"
      onPress={() => {
        useUiStore.getState().closeDialog();
        useUiStore.getState().openArticle(id, { show: true });
      }}
    >
      {say(text.openArticle)}
    </Button>
  );
}

function Line({ fault, onSaveAgain }: { fault: FileFault; onSaveAgain: (id: string) => void }): ReactNode {
  const { formatMessage: say } = useIntl();
  const { articleId, message, path } = fault;
  return (
    <li className={css['group']}>
      <p dir="auto" className={css['message']}>
        {message}
      </p>
      <code className={css['path']}>{path}</code>
      <div className={css['actions']}>
        <OpenArticle id={articleId} />
        {/https?:/.test(message) && (
          <Button size="sm" onPress={() => onSaveAgain(articleId)}>
            {say(text.saveAgain)}
          </Button>
        )}
      </div>
    </li>
  );
}
