import { Folder, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, useLocale } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { ArticleDetail, View } from '../../../electron/contract/entities.ts';
import { cx } from '../../ui/cx.ts';
import { dateInWords } from './dates.ts';
import css from './header.module.css';
import { text } from './messages.ts';
import { OriginalButton } from './original-button.tsx';
import { Receipt } from './receipt.tsx';

interface Props {
  article: ArticleDetail;
  /** Milliseconds. */
  now: number;
  /** Left out where there is no list to show a view in. */
  onView?: ((view: View) => void) | undefined;
  onAddTag: () => void;
}

/** What stands above the text: where it is from, what it is called, who wrote it and when, and what of it is stored. */
export function Header({ article, now, onView, onAddTag }: Props): ReactNode {
  const intl = useIntl();
  // The header stands in the article's direction; what the window says in it has the window's own.
  const { direction } = useLocale();
  const { title, byline, source, publishedAt, modifiedAt, tags, collections, lang, dir } = article;
  const updated = modifiedAt !== null && modifiedAt.slice(0, 10) !== publishedAt?.slice(0, 10) ? modifiedAt : null;
  return (
    <header className={css['header']} dir={dir}>
      <p className={css['source']}>
        <bdi>{source}</bdi>
      </p>
      <h1 className={css['title']} dir="auto" lang={lang ?? undefined}>
        {title}
      </h1>
      <div className={css['factsBox']}>
        <p className={css['facts']}>
          {byline !== null && byline !== '' && (
            <span className={css['byline']}>
              <bdi>{byline}</bdi>
            </span>
          )}
          {publishedAt !== null && (
            <time dateTime={publishedAt}>
              <bdi dir={direction}>{dateInWords(intl, publishedAt)}</bdi>
            </time>
          )}
          {updated !== null && (
            <time dateTime={updated}>
              <bdi dir={direction}>{intl.formatMessage(text.updated, { date: dateInWords(intl, updated.slice(0, 10)) })}</bdi>
            </time>
          )}
          <span>
            <bdi dir={direction}>{intl.formatMessage(text.minutes, { minutes: article.readingMinutes })}</bdi>
          </span>
        </p>
      </div>
      <ul className={css['chips']} aria-label={intl.formatMessage(text.tagsAndCollections)}>
        {collections.map(({ id, path }) => (
          <li key={id}>
            <Button
              className={cx(css['chip'], css['collection'])}
              aria-label={intl.formatMessage(text.collection, { name: path })}
              isDisabled={!onView}
              onPress={() => onView?.({ kind: 'collection', id })}
            >
              <Folder aria-hidden />
              <bdi>{path}</bdi>
            </Button>
          </li>
        ))}
        {tags.map(({ id, name }) => (
          <li key={id}>
            <Button
              className={css['chip'] ?? ''}
              aria-label={intl.formatMessage(text.tag, { name })}
              isDisabled={!onView}
              onPress={() => onView?.({ kind: 'tag', id })}
            >
              <bdi>{name}</bdi>
            </Button>
          </li>
        ))}
        {!article.trashed && (
          <li>
            <Button className={cx(css['chip'], css['add'])} onPress={onAddTag}>
              <Plus aria-hidden />
              <span dir={direction}>{intl.formatMessage(text.addTag)}</span>
            </Button>
          </li>
        )}
      </ul>
      {article.original !== undefined && <OriginalButton id={article.id} className={css['original']} />}
      <Receipt article={article} now={now} />
    </header>
  );
}
