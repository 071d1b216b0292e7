import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ArticleDetail } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { useArticle, useArticleContent } from '../../bridge/queries.ts';
import type { Shown } from './frame-session.ts';
import { createSanitiser } from './sanitise.ts';

let sanitiser: ReturnType<typeof createSanitiser> | undefined;

/** The sanitiser of this window: made, and tried on a canary, once. */
function theSanitiser(): ReturnType<typeof createSanitiser> {
  sanitiser ??= createSanitiser();
  return sanitiser;
}

export interface OpenArticle {
  article: ArticleDetail;
  shown: Shown;
}

/**
 * The article to show: the one before stays until the next one is whole, so that going down a list does not flicker. `error` is about the
 * one that was asked for.
 */
export function useShown(id: string | null): { open: OpenArticle | null; error: Error | null; retry: () => void } {
  const bridge = useBridge();
  const clean = theSanitiser();
  const detail = useArticle(id);
  const content = useArticleContent(clean ? id : null);
  const plain = useQuery({
    queryKey: [...keys.contents, 'plain', id],
    queryFn: () => bridge.call('articles.text', { id: id ?? '' }),
    enabled: id !== null && !clean,
  });
  const html = content.data;
  const text = plain.data;
  const lang = detail.data?.lang ?? null;
  const dir = detail.data?.dir ?? 'ltr';
  const known = detail.data !== undefined;
  const shown = useMemo<Shown | null>(() => {
    if (id === null || !known) return null;
    if (clean) return html ? { id, source: html, sanitiser: clean } : null;
    return text ? { id, text: text.text, lang, dir } : null;
  }, [id, known, clean, html, text, lang, dir]);

  const [last, setLast] = useState<OpenArticle | null>(null);
  const article = detail.data;
  let open = id === null ? null : last;
  if (article && shown && article.id === id && (last?.article !== article || last.shown !== shown)) {
    open = { article, shown };
    setLast(open);
  } else if (id === null && last !== null) {
    setLast(null);
  }
  const error = detail.error ?? content.error ?? plain.error;
  return {
    open,
    error: open?.article.id === id ? null : error,
    retry: () => {
      void detail.refetch();
      void (clean ? content : plain).refetch();
    },
  };
}
