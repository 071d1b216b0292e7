/**
 * Long `data:` images are taken out of the source before it is parsed (a page saved by SingleFile is mostly that), and stand in a list beside
 * it. Also drops scripts and styles, which are most of the rest; by plain search, so that no input makes it slow.
 */
export interface Lightened {
  readonly html: string;
  /** By number of `offprint-data:N`. */
  readonly dataImages: readonly string[];
}

const MIN_LENGTH = 2000;
const START = /data:image\/[a-z0-9.+-]{2,20};base64,/gi;

function takeDataImages(html: string): Lightened {
  const dataImages: string[] = [];
  let out = '';
  let from = 0;
  START.lastIndex = 0;
  for (let match = START.exec(html); match; match = START.exec(html)) {
    let end = START.lastIndex;
    while (end < html.length && /[A-Za-z0-9+/=%\-_]/.test(html[end] ?? '')) end++;
    START.lastIndex = end;
    if (end - match.index < MIN_LENGTH) continue;
    out += `${html.slice(from, match.index)}offprint-data:${String(dataImages.length)}`;
    dataImages.push(html.slice(match.index, end));
    from = end;
  }
  return { html: out + html.slice(from), dataImages };
}

/** Drops `<name …>…</name>` wherever `drop` says so of its opening tag. */
function dropElements(html: string, name: string, drop: (tag: string) => boolean): string {
  const lower = html.toLowerCase();
  // Lower case may change lengths outside ASCII (İ): then positions would not fit.
  if (lower.length !== html.length) return html;
  let out = '';
  let from = 0;
  for (let at = lower.indexOf(`<${name}`, 0); at >= 0; at = lower.indexOf(`<${name}`, at + 1)) {
    const open = lower.indexOf('>', at);
    const close = open < 0 ? -1 : lower.indexOf(`</${name}`, open);
    const end = close < 0 ? -1 : lower.indexOf('>', close);
    if (end < 0) break;
    if (/[\s/>]/.test(lower[at + name.length + 1] ?? '') && drop(lower.slice(at, open))) {
      out += html.slice(from, at);
      from = end + 1;
    }
    at = end;
  }
  return out + html.slice(from);
}

export function lighten(source: string): Lightened {
  const withoutScripts = dropElements(source, 'script', (tag) => !tag.includes('ld+json'));
  return takeDataImages(dropElements(withoutScripts, 'style', () => true));
}
