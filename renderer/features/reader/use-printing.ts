import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleDetail } from '../../../electron/contract/entities.ts';
import { useCommands } from '../../commands/registry.ts';
import type { OpenFrame } from './article-frame.tsx';
import { dateInWords } from './dates.ts';
import { preparePrinting } from './print-article.ts';

/** Printing, by the window's own dialog: where "Save as PDF" is, too. The document is named as the file will be. */
export function usePrinting({ title, byline, source, publishedAt, url }: ArticleDetail, frame: OpenFrame | null): void {
  const intl = useIntl();
  useEffect(() => {
    const about = [byline, source, publishedAt === null ? null : dateInWords(intl, publishedAt)].filter(Boolean).join(' · ');
    return preparePrinting(
      () => frame?.article ?? null,
      () => [title, about, url ?? ''].filter((part) => part !== ''),
    );
  }, [frame, intl, title, byline, source, publishedAt, url]);
  useCommands({ 'reader.print': () => window.print(), 'reader.savePdf': () => window.print() });
}
