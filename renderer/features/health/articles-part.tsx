import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { useSidebar } from '../../bridge/queries.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import css from './health.module.css';
import { text } from './messages.ts';
import { Part } from './part.tsx';
import { Said } from './said.tsx';
import { useTask } from './use-task.ts';

/** How many articles there are, and those that are not whole. */
export function ArticlesPart(): ReactNode {
  const { formatMessage: say } = useIntl();
  const bridge = useBridge();
  const counts = useSidebar().data?.counts;
  const task = useTask();
  const outdated = useQuery({ queryKey: keys.outdated, queryFn: () => bridge.call('library.outdated', {}), staleTime: 0 }).data?.ids ?? [];
  if (!counts) return null;
  const { incomplete } = counts;
  const count = counts.all + counts.archive;
  const retry = async (): Promise<string | null> => {
    const { ids } = await bridge.call('articles.ids', { view: { kind: 'incomplete' } });
    if (ids.length === 0) return null;
    await bridge.call('capture.renew', { ids, what: 'complete' });
    return say(text.retrying);
  };
  const reextract = async (): Promise<string> => {
    await bridge.call('capture.renew', { ids: outdated, what: 'reextract' });
    return say(text.reextracting);
  };
  return (
    <Part title={say(text.articles)} tone={incomplete > 0 ? 'attention' : 'good'}>
      <p>{incomplete === 0 ? say(text.articlesWhole, { count }) : say(text.articlesIncomplete, { count, incomplete })}</p>
      {incomplete > 0 && (
        <div className={css['actions']}>
          <Button
            onPress={() => {
              useUiStore.getState().closeDialog();
              useUiStore.getState().setView({ kind: 'incomplete' });
            }}
          >
            {say(text.showIncomplete)}
          </Button>
          <Button onPress={() => void task.run(say(text.looking), retry)}>{say(text.retryAll)}</Button>
        </div>
      )}
      {outdated.length > 0 && (
        <>
          <p>{say(text.outdated, { count: outdated.length })}</p>
          <div className={css['actions']}>
            <Button onPress={() => void task.run(say(text.looking), reextract)}>
              {say(text.reextractAll, { count: outdated.length })}
            </Button>
          </div>
        </>
      )}
      <Said task={task} />
    </Part>
  );
}
