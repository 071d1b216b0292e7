import { AppError } from '../../core/errors.ts';

/** Answers that are no page: refused from their header, before a byte of the body is read. */

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^image\//, 'an image'],
  [/^video\//, 'a film'],
  [/^audio\//, 'a sound file'],
  [/^font\//, 'a font'],
  [/^application\/(?:zip|x-zip.*|gzip|x-gzip|x-tar|x-7z.*|x-rar.*|vnd\.rar|epub\+zip|java-archive)$/, 'an archive'],
  [/^application\/(?:msword|vnd\.(?:openxmlformats|ms-|oasis).*|rtf)$/, 'an office document'],
  [/^application\/(?:json|ld\+json|javascript|x-javascript|ecmascript)$|^text\/(?:css|javascript|csv)$/, 'data for programs'],
];

/** What a Content-Type names, if it is certainly no page; null where the bytes must tell. */
export function refusedType(contentType: string | null): string | null {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}

/** True for the Content-Type of a PDF, which may be as large as an article. */
export const isPdfType = (contentType: string | null): boolean => /^\s*application\/(?:x-)?pdf\b/i.test(contentType ?? '');

export function notAPage(what: string, host: string): AppError {
  return new AppError(
    'unsupported-file',
    `What “${host}” has at this address is ${what}, not a page with an article. Offprint saves web pages, PDFs and plain text.`,
    {
      details: { host },
      retryable: false,
    },
  );
}

/** A page that holds no article, in a sentence that says what to do. */
export function notAnArticle(message: string): AppError {
  return new AppError('not-an-article', message, { retryable: false });
}
