import { Parser } from 'htmlparser2';
import type { OpmlOutline } from '../../../core/feeds/types.ts';
import { resolve } from './read-xml.ts';

/** Outlines of an OPML document that are read. */
const MAX_OUTLINES = 20_000;
const MAX_DEPTH = 30;
/** What is kept in fields of our own. `text` and `title` are both the title. */
const OWN = new Set(['text', 'title', 'xmlurl', 'htmlurl', 'type']);

interface Open {
  outline: { title: string; url: string | null; siteUrl: string | null; attributes: Record<string, string>; outlines: OpmlOutline[] };
}

/** OPML 1.0–2.0, also broken: null where there is no outline at all. Attributes of other programs are kept as they are. */
export function parseOpml(text: string): OpmlOutline[] | null {
  const roots: OpmlOutline[] = [];
  const stack: (Open | null)[] = [];
  let isOpml = false;
  let count = 0;
  const parser = new Parser(
    {
      onopentag: (tag, given) => {
        const name = tag.toLowerCase();
        if (name === 'opml') isOpml = true;
        if (name !== 'outline') return;
        count++;
        if (count > MAX_OUTLINES || stack.length >= MAX_DEPTH) {
          stack.push(null);
          return;
        }
        const outline = outlineOf(given);
        const parent = stack.findLast((open) => open !== null);
        (parent?.outline.outlines ?? roots).push(outline);
        stack.push({ outline });
      },
      onclosetag: (tag) => {
        if (tag.toLowerCase() === 'outline') stack.pop();
      },
    },
    { xmlMode: true, recognizeCDATA: true, decodeEntities: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.end(text.replace(/^\ufeff/, ''));
  return isOpml || roots.length > 0 ? roots : null;
}

function outlineOf(given: Record<string, string>): Open['outline'] {
  const by = (name: string): string =>
    Object.entries(given)
      .find(([key]) => key.toLowerCase() === name)?.[1]
      .trim() ?? '';
  const url = resolve(
    by('xmlurl').replace(/^feed:(?:\/\/)?(?!\/\/)/i, (whole) => (/^feed:https?:/i.test(by('xmlurl')) ? '' : whole ? 'http://' : '')),
    null,
  );
  const attributes = Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => !OWN.has(name.toLowerCase()))
      .slice(0, 100),
  );
  return {
    title: by('title') || by('text') || by('htmlurl') || by('xmlurl'),
    url,
    siteUrl: resolve(by('htmlurl'), null),
    attributes,
    outlines: [],
  };
}
