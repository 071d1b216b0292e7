import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Feed } from '../../../electron/contract/entities.ts';
import type { MethodOutput } from '../../../electron/contract/methods.ts';
import { useBridge } from '../../bridge/context.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './feeds.module.css';
import { text } from './messages.ts';

export type Keep = Feed['settings']['keep'];
type Kind = Keep['kind'];

/** Titles that a preview shows. */
const SHOWN = 5;
const START: Readonly<Record<Kind, Keep>> = {
  all: { kind: 'all' },
  newest: { kind: 'newest', count: 100 },
  days: { kind: 'days', days: 30 },
  unread: { kind: 'unread' },
};

/** What a policy would do now. */
export function useKeepPreview(id: string, keep: Keep): MethodOutput<'feeds.previewKeep'> | undefined {
  const bridge = useBridge();
  const wanted = useDeferredValue(keep);
  return useQuery({
    queryKey: ['feeds', 'keep', id, wanted],
    queryFn: () => bridge.call('feeds.previewKeep', { id, keep: wanted }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  }).data;
}

/** Which articles of a feed stay, with what that means for those that are here. */
export function KeepField({
  keep,
  preview,
  onChange,
}: {
  keep: Keep;
  preview: MethodOutput<'feeds.previewKeep'> | undefined;
  onChange: (keep: Keep) => void;
}): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const number = keep.kind === 'newest' ? keep.count : keep.kind === 'days' ? keep.days : null;
  return (
    <div className={css['form']}>
      <Segmented<Kind>
        label={say(text.keep)}
        value={keep.kind}
        options={[
          { value: 'all', label: say(text.keepAll) },
          { value: 'newest', label: say(text.keepNewest) },
          { value: 'days', label: say(text.keepDays) },
          { value: 'unread', label: say(text.keepUnread) },
        ]}
        onChange={(kind) => onChange(START[kind])}
      />
      {number !== null && (
        <TextField
          label={say(keep.kind === 'newest' ? text.keepCount : text.keepDayCount)}
          inputMode="numeric"
          value={String(number)}
          onChange={(value) => {
            const wanted = Math.min(keep.kind === 'newest' ? 100_000 : 36_500, Math.max(1, Number(value.replace(/\D/g, '')) || 1));
            onChange(keep.kind === 'newest' ? { kind: 'newest', count: wanted } : { kind: 'days', days: wanted });
          }}
        />
      )}
      {keep.kind !== 'all' && (
        <div className={css['preview']} role="status">
          <p>{say(text.keepNote)}</p>
          {preview && (
            <>
              <p>{say(text.keepPreview, { total: preview.total })}</p>
              {preview.total > 0 && (
                <ul>
                  {preview.articles.slice(0, SHOWN).map((article) => (
                    <li key={article.id}>
                      <bdi>{article.title}</bdi>
                    </li>
                  ))}
                  {preview.total > SHOWN && <li>{say(text.keepMore, { count: preview.total - SHOWN })}</li>}
                </ul>
              )}
              {preview.protected > 0 && <p>{say(text.keepProtected, { count: preview.protected })}</p>}
            </>
          )}
        </div>
      )}
    </div>
  );
}
