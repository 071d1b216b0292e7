import { CircleAlert, CirclePause, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { FeedNode } from './feed-tree.ts';
import { text } from './messages.ts';
import css from './sidebar.module.css';

const WORDS = {
  failing: text.feedFailing,
  gone: text.feedGone,
  paused: text.feedPaused,
  refreshing: text.feedRefreshing,
  new: text.feedNew,
  ok: text.feedNew,
} as const;

/** A sign beside a feed that does not work, with its words for whoever cannot see it. */
export function FeedHealthMark({ health }: { health: NonNullable<FeedNode['health']> }): ReactNode {
  const intl = useIntl();
  const words = intl.formatMessage(WORDS[health.state], { why: health.message ?? '' });
  return (
    <span className={css['health']} data-state={health.state} title={words}>
      {health.state === 'refreshing' ? (
        <RefreshCw aria-hidden />
      ) : health.state === 'paused' ? (
        <CirclePause aria-hidden />
      ) : (
        <CircleAlert aria-hidden />
      )}
      <VisuallyHidden>, {words}</VisuallyHidden>
    </span>
  );
}
