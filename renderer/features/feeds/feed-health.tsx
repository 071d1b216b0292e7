import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Feed } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import css from './feeds.module.css';
import { healthWords } from './health-words.ts';
import { text } from './messages.ts';

const FIX = { 'use-address': text.useAddress, 'find-again': text.findAgain, resume: text.resume, retry: text.retry } as const;

/** A feed's health in words, with the button that mends it. */
export function FeedHealth({ feed }: { feed: Feed }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const { showToast, openDialog } = useUiStore.getState();
  const [now] = useState(() => Date.now());
  const { mutate: edit } = useMutationWithUndo('feeds.edit');
  const { fix, state } = feed.health;
  const refresh = (): void =>
    void bridge
      .call('feeds.refresh', { ids: [feed.id] })
      .catch((error: unknown) => showToast({ tone: 'error', message: sentenceOf(error), undo: null }));
  const mend = (): void => {
    if (fix?.kind === 'use-address') edit({ ids: [feed.id], url: fix.url }, { onSuccess: refresh });
    else if (fix?.kind === 'resume') edit({ ids: [feed.id], settings: { paused: false } }, { onSuccess: refresh });
    else if (fix?.kind === 'find-again') openDialog({ kind: 'add-feed', address: feed.siteUrl ?? new URL('/', feed.url).href });
    else refresh();
  };
  return (
    <div className={css['health']} data-state={state}>
      <p>{healthWords(intl, feed, now)}</p>
      {fix && (
        <Button size="sm" onPress={mend}>
          {intl.formatMessage(FIX[fix.kind])}
        </Button>
      )}
    </div>
  );
}
