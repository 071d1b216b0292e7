import { Parser } from 'htmlparser2';

const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object']);

/** The words of a piece of HTML on one line: for titles and names. Never recursive. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/gu, ' ').trim();
  let text = '';
  let unseen = 0;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (UNSEEN.has(name)) unseen++;
        else if (/^(?:br|p|div|li)$/.test(name)) text += ' ';
      },
      onclosetag: (name) => {
        if (UNSEEN.has(name) && unseen > 0) unseen--;
      },
      ontext: (data) => {
        if (unseen === 0) text += data;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return text.replace(/\s+/gu, ' ').trim();
}
