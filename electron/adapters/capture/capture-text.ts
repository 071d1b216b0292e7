import { AppError } from '../../core/errors.ts';
import { cleanHandSaved } from '../../core/capture/hand-saved.ts';
import { guessLanguage } from '../../core/capture/language.ts';
import { blocksToHtml, blocksToText, textBlocks } from '../../core/capture/plain-text.ts';
import { titleFromText } from '../../core/capture/sentences.ts';
import type { CapturedArticle } from '../../core/capture/types.ts';
import { finishArticle } from './finish-article.ts';
import type { Material } from './material.ts';

/** Plain text to an article: furniture off, date and outlet out of it, paragraphs made. */
export async function captureText(material: Material, text: string): Promise<CapturedArticle> {
  const { steps } = material;
  const cleaned = await steps.run('clean-up', async () => {
    // `03/09/2023`: only English has a month-first habit.
    const value = cleanHandSaved(text, { monthFirst: guessLanguage(text) === 'en' });
    const note =
      value.removed.length === 0
        ? 'Nothing to take off.'
        : `Taken off: ${value.removed.map((piece) => `“${piece.slice(0, 60)}”`).join(', ')}`;
    return { value, note };
  });
  const blocks = textBlocks(cleaned.lines);
  const first = blocks[0];
  if (first === undefined) throw emptyText(material.name);
  const body = blocksToText(blocks);
  steps.add('sanitise', true, 'Plain text has nothing to remove.', 0);
  return finishArticle(
    {
      ...material.origin,
      canonicalUrl: null,
      title: cleaned.title ?? titleFromText(first.text),
      byline: null,
      source: cleaned.source ?? material.sourceName,
      publishedAt: cleaned.publishedAt,
      modifiedAt: cleaned.modifiedAt,
      languages: [],
      dir: null,
      bodyHtml: blocksToHtml(blocks),
      text: body,
      leadImage: null,
      images: [],
      extractor: 'plain text',
      resources: [],
      truncation: () => [],
    },
    steps,
  );
}

export function emptyText(name: string | null): AppError {
  const what = name === null ? 'There is no text here.' : `“${name}” is empty.`;
  return new AppError('empty-file', `${what} Choose a file that holds an article, or paste its text.`, { retryable: false });
}
