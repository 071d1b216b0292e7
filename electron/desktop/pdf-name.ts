/** What no file system, or only some, lets a name hold. */
const NOT_IN_NAMES = /[\p{Cc}/\\:*?"<>|]+/gu;

/** The name a file is offered under. */
export function pdfName(name: string): string {
  const clean = name
    .replace(NOT_IN_NAMES, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${clean === '' ? 'Article' : clean}.pdf`;
}
