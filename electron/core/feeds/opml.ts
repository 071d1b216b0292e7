import { escapeHtml } from '../capture/plain-text.ts';
import type { FeedRecord } from '../domain/records.ts';
import type { OpmlOutline } from './types.ts';

/** Lists of feeds as other programs read and write them (OPML 2.0, http://opml.org/spec2.opml). */

/** Between the names of nested folders, as in collections. */
export const FOLDER_SEPARATOR = ' / ';

/** A folder as it is kept: names without slashes between spaces, one space at a time. */
export function tidyFolder(folder: string): string {
  return folder
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .split(FOLDER_SEPARATOR)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join(FOLDER_SEPARATOR);
}

export interface OutlinedFeed {
  readonly title: string;
  readonly url: string;
  readonly siteUrl: string | null;
  readonly folder: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The feeds of nested outlines, each with its folder. Never recursive: a list may come from anywhere. */
export function feedsOfOutlines(outlines: readonly OpmlOutline[], below: string): OutlinedFeed[] {
  const feeds: OutlinedFeed[] = [];
  const open = outlines.map((outline) => ({ outline, folder: tidyFolder(below) })).reverse();
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { outline, folder } = item;
    if (outline.url !== null) {
      feeds.push({
        title: outline.title.slice(0, 200),
        url: outline.url,
        siteUrl: outline.siteUrl,
        folder,
        attributes: outline.attributes,
      });
    }
    // A slash inside a name would make two folders of one.
    const name = outline.title.replaceAll(FOLDER_SEPARATOR, '/').replace(/\s+/gu, ' ').trim().slice(0, 100);
    const inside = outline.url !== null || name === '' ? folder : folder === '' ? name : `${folder}${FOLDER_SEPARATOR}${name}`;
    for (let at = outline.outlines.length - 1; at >= 0; at--) {
      const child = outline.outlines[at];
      if (child) open.push({ outline: child, folder: inside });
    }
  }
  return feeds;
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly feeds: FeedRecord[];
}

/** All feeds as one OPML document; what other programs had written beside them goes with it. */
export function opmlOf(feeds: readonly FeedRecord[], now: number): string {
  const root: Folder = { folders: new Map(), feeds: [] };
  for (const feed of feeds) {
    let at = root;
    for (const name of feed.folder === '' ? [] : feed.folder.split(FOLDER_SEPARATOR)) {
      let next = at.folders.get(name);
      if (!next) at.folders.set(name, (next = { folders: new Map(), feeds: [] }));
      at = next;
    }
    at.feeds.push(feed);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Feeds in Offprint</title>
    <dateCreated>${new Date(now).toUTCString()}</dateCreated>
  </head>
  <body>
${linesOf(root, '    ').join('\n')}
  </body>
</opml>
`;
}

function linesOf(folder: Folder, indent: string): string[] {
  const folders = [...folder.folders]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([name, inside]) => [
      `${indent}<outline${attribute('text', name)}${attribute('title', name)}>`,
      ...linesOf(inside, `${indent}  `),
      `${indent}</outline>`,
    ]);
  const feeds = [...folder.feeds]
    .sort((a, b) => a.title.localeCompare(b.title))
    .map((feed) => {
      const own = {
        text: feed.title,
        title: feed.title,
        type: feed.outline?.['type'] ?? 'rss',
        xmlUrl: feed.url,
        ...(feed.siteUrl && { htmlUrl: feed.siteUrl }),
      };
      const all = { ...own, ...feed.outline };
      return `${indent}<outline${Object.entries(all)
        .map(([name, value]) => attribute(name, value))
        .join('')}/>`;
    });
  return [...folders, ...feeds];
}

/** Line breaks inside an attribute are kept as references, or a parser would read blanks. */
function attribute(name: string, value: string): string {
  if (!/^[A-Za-z_][\w:.-]*$/.test(name)) return '';
  return ` ${name}="${escapeHtml(value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ''))
    .replace(/\n/g, '&#10;')
    .replace(/\r/g, '&#13;')
    .replace(/\t/g, '&#9;')}"`;
}
