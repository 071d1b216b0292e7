/** What "copy with source" copies: the words in quotation marks of no language, and where they are from. */
export function withSource(
  quote: string,
  { title, byline, source, date, url }: { title: string; byline: string | null; source: string; date: string | null; url: string | null },
): string {
  const words = quote
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n');
  const from = [byline, title, source, date].filter((part) => part !== null && part !== '').join(', ');
  return [words, '', `— ${from}`, ...(url === null ? [] : [url])].join('\n');
}
