import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { HighlightEntry } from '../../../electron/contract/entities.ts';
import { useUiStore } from '../../state/ui-store.ts';
import css from './highlights.module.css';
import { text } from './messages.ts';

/** One highlight with its note; `headed` where another article begins. */
export function HighlightRow({ entry, headed }: { entry: HighlightEntry; headed: boolean }): ReactNode {
  const intl = useIntl();
  const { id, articleId, article, exact, note, tags, color, orphan } = entry;
  const active = useUiStore((state) => state.activeId === articleId);
  const quote = exact.replace(/\s+/g, ' ').slice(0, 200);
  return (
    <li className={css['entry']} data-active={active}>
      {headed && (
        <p className={css['article']} dir="auto">
          <span className={css['articleTitle']} lang={article.lang ?? undefined}>
            {article.title}
          </span>
          <span className={css['source']}>
            <bdi>{article.source}</bdi>
          </span>
        </p>
      )}
      <Button
        className={css['row'] ?? ''}
        aria-label={[
          intl.formatMessage(text.open, { color: intl.formatMessage(text[color]), title: article.title, quote }),
          ...(note === null ? [] : [note]),
          ...(orphan ? [intl.formatMessage(text.gone)] : []),
        ].join('. ')}
        onPress={() => {
          useUiStore.setState({ target: { articleId, highlightId: id } });
          useUiStore.getState().openArticle(articleId, { show: true });
        }}
      >
        <span className={css['quote']} data-color={color} dir={article.dir} lang={article.lang ?? undefined}>
          {exact}
        </span>
        {note !== null && (
          <span className={css['note']} dir="auto">
            {note}
          </span>
        )}
        {(tags.length > 0 || orphan) && (
          <span className={css['facts']}>
            {orphan && <span className={css['gone']}>{intl.formatMessage(text.gone)}</span>}
            {tags.map((tag) => (
              <bdi key={tag.id} className={css['tag']}>
                {tag.name}
              </bdi>
            ))}
          </span>
        )}
      </Button>
    </li>
  );
}
