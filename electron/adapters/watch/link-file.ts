/** Files that hold links and nothing else: a list of them, or one as Windows (`.url`) and macOS (`.webloc`) keep it. */

const MAX_CHARACTERS = 1_000_000;
const LINK = /^https?:\/\/[^\s<>"]+$/i;

/** The links of a file, or null where it is an article to be read. `name` decides what its text means. */
export function linksOfFile(name: string, bytes: Uint8Array): string[] | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (bytes.length > MAX_CHARACTERS) return null;
  const text = new TextDecoder().decode(bytes);
  if (ending === 'url') return found([/^\s*URL\s*=\s*(\S+)/im.exec(text)?.[1]]);
  // Binary property lists hold the address as plain bytes, too.
  if (ending === 'webloc')
    return found([
      /<string>\s*([^<\s]+)\s*<\/string>/i.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? /https?:\/\/[\x21-\x7e]+/i.exec(text)?.[0],
    ]);
  if (ending !== 'txt' && ending !== 'text') return null;
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => LINK.test(line)) ? [...new Set(lines)] : null;
}

function found(links: readonly (string | undefined)[]): string[] {
  return links.filter((link): link is string => link !== undefined && LINK.test(link));
}
