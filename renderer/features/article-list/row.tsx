import { Bookmark, Star } from 'lucide-react';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleRow, Snippet } from '../../../electron/contract/entities.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { OfflineBadge } from './badge.tsx';
import { rowText } from './messages.ts';
import css from './row.module.css';
import { SnippetText } from './snippet.tsx';
import { formatFull, formatWhen } from './when.ts';

interface Props {
  row: ArticleRow;
  density: Settings['density'];
  /** Milliseconds; changes once a minute. */
  now: number;
  snippet: Snippet | null;
}

/** Image addresses are the library's own paths, served by the host. */
const imageAddress = (path: string): string => `/${path}`;

/** What a row shows. The option around it carries the roles and the states. */
export const RowContent = memo(function RowContent({ row, density, now, snippet }: Props): ReactNode {
  const intl = useIntl();
  const when = row.publishedAt ?? row.savedAt;
  const saved = formatFull(row.savedAt, intl.locale);
  const dates =
    row.publishedAt === null
      ? intl.formatMessage(rowText.saved, { saved })
      : intl.formatMessage(rowText.published, { published: formatFull(row.publishedAt, intl.locale), saved });

  const lang = row.lang ?? undefined;
  const title = (
    <span className={css['title']} dir="auto" lang={lang}>
      {row.title}
    </span>
  );
  const date = (
    <time className={css['date']} dateTime={when} title={dates}>
      {formatWhen(when, now, intl.locale)}
    </time>
  );
  const source = (
    <span className={css['source']} dir="auto">
      {row.source}
    </span>
  );
  const marks = (
    <span className={css['marks']}>
      {row.starred && <Star aria-label={intl.formatMessage(rowText.starred)} role="img" className={css['star']} />}
      {row.later && <Bookmark aria-label={intl.formatMessage(rowText.later)} role="img" className={css['later']} />}
      <OfflineBadge receipt={row.receipt} />
    </span>
  );
  const lead = (
    <>
      <span className={css['dot']} aria-hidden />
      {!row.read && <VisuallyHidden>{`${intl.formatMessage(rowText.unread)} `}</VisuallyHidden>}
    </>
  );

  if (density === 'compact') {
    return (
      <div className={cx(css['row'], css['compact'])} data-unread={!row.read || undefined}>
        {lead}
        {title}
        {source}
        {marks}
        {date}
      </div>
    );
  }
  return (
    <div
      className={cx(css['row'], css[density])}
      data-unread={!row.read || undefined}
      style={{ '--progress': row.progress } as CSSProperties}
    >
      {lead}
      <span className={css['text']}>
        {title}
        <span className={css['excerpt']} dir="auto" lang={lang}>
          {snippet ? <SnippetText snippet={snippet} /> : row.excerpt}
        </span>
        <span className={css['meta']}>
          {source}
          {date}
          <span className={css['minutes']} title={intl.formatMessage(rowText.minutesLong, { minutes: row.readingMinutes })}>
            {intl.formatMessage(rowText.minutes, { minutes: row.readingMinutes })}
          </span>
          {row.tags.length > 0 && (
            <span
              className={css['tags']}
              dir="auto"
              aria-label={intl.formatMessage(rowText.tags, { tags: row.tags.map((tag) => tag.name).join(', ') })}
            >
              {row.tags.map((tag) => `#${tag.name}`).join(' ')}
            </span>
          )}
          {marks}
        </span>
      </span>
      {density === 'cards' && row.leadImage !== null && (
        <img className={css['thumb']} src={imageAddress(row.leadImage)} alt="" loading="lazy" decoding="async" draggable={false} />
      )}
    </div>
  );
});
