import { useEffect, useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleDetail } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { BridgeError, sentenceOf } from '../../bridge/types.ts';
import { useCommands } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import type { OpenFrame } from './article-frame.tsx';
import { dateInWords } from './dates.ts';
import { text } from './messages.ts';
import { loadFaces, preparePrinting, whilePrintable } from './print-article.ts';

/** Characters of a title that make a file's name. */
const NAME_LENGTH = 120;

/** Printing by the window's own dialog, and saving as a PDF: by the host, or by that dialog where a browser is around the window. */
export function usePrinting({ title, byline, source, publishedAt, url }: ArticleDetail, frame: OpenFrame | null): void {
  const intl = useIntl();
  const bridge = useBridge();
  const heading = useMemo(() => {
    const about = [byline, source, publishedAt === null ? null : dateInWords(intl, publishedAt)].filter(Boolean).join(' · ');
    return [title, about, url ?? ''].filter((part) => part !== '');
  }, [intl, title, byline, source, publishedAt, url]);
  useEffect(
    () =>
      preparePrinting(
        () => frame?.article ?? null,
        () => heading,
      ),
    [frame, heading],
  );

  const print = async (article: HTMLElement | undefined): Promise<void> => {
    if (article) await loadFaces(article);
    window.print();
  };
  const savePdf = async ({ article }: OpenFrame): Promise<void> => {
    const name = [...title].slice(0, NAME_LENGTH).join('');
    const { showToast } = useUiStore.getState();
    try {
      const { saved } = await whilePrintable(article, heading, () => bridge.call('app.savePdf', { name }));
      if (saved) showToast({ tone: 'info', message: intl.formatMessage(text.pdfSaved), undo: null });
    } catch (error) {
      if (error instanceof BridgeError && error.code === 'not-supported-here') await print(article);
      else showToast({ tone: 'error', message: sentenceOf(error), undo: null });
    }
  };
  useCommands({
    'reader.print': () => void print(frame?.article),
    // A long article is printed when all of it is there.
    'reader.savePdf': () => (frame?.whole ? void savePdf(frame) : false),
  });
}
