import { createHash } from 'node:crypto';
import type { CapturedArticle } from '../../core/capture/types.ts';
import { escapeHtml } from '../../core/capture/plain-text.ts';
import { finishArticle } from './finish-article.ts';
import { pdfArticle } from './formats/pdf/pdf-article.ts';
import type { Material } from './material.ts';

/** A PDF to an article: the file itself is kept, and its text is what is read, found and marked. */
export async function capturePdf(material: Omit<Material, 'beside'>, bytes: Uint8Array, name: string): Promise<CapturedArticle> {
  const { origin, steps, tools } = material;
  const read = await steps.run('extract', async () => {
    const value = await tools.pdf.read(bytes, name, tools.signal);
    return { value, note: `${String(value.pageCount)} ${value.pageCount === 1 ? 'page' : 'pages'} of a PDF.` };
  });
  const article = pdfArticle(read, name);
  steps.add('sanitise', true, 'Only text was taken out of the PDF.', 0);
  const captured = await finishArticle(
    {
      ...origin,
      canonicalUrl: null,
      title: article.title,
      byline: article.byline,
      source: material.sourceName,
      publishedAt: article.publishedAt,
      modifiedAt: article.modifiedAt,
      languages: read.lang === null ? [] : [read.lang],
      dir: null,
      // Without text, the article says what it is instead of being empty.
      bodyHtml: article.text === '' ? `<p>${escapeHtml(article.missing[0] ?? '')}</p>` : article.html,
      text: article.text,
      sourceBytes: null,
      leadImage: null,
      images: [],
      extractor: 'PDF',
      resources: [
        {
          kind: 'other',
          url: origin.url ?? name,
          result: 'stored',
          reason: null,
          path: null,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          bytes: bytes.length,
        },
      ],
      truncation: () => article.missing,
    },
    steps,
  );
  return { ...captured, original: { name: 'original.pdf', bytes } };
}
