import type { ReceiptResource } from '../../../contract/entities.ts';
import type { DomDocument, DomElement } from './dom.ts';

/** Players and frames cannot live offline: each becomes a still (where there is one) with a link, and a line in the receipt. */

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/, 'YouTube'],
  [/(?:^|\.)vimeo\.com$/, 'Vimeo'],
  [/(?:^|\.)dailymotion\.com$/, 'Dailymotion'],
  [/(?:^|\.)(?:twitter|x)\.com$/, 'X'],
  [/(?:^|\.)instagram\.com$/, 'Instagram'],
  [/(?:^|\.)facebook\.com$/, 'Facebook'],
  [/(?:^|\.)tiktok\.com$/, 'TikTok'],
  [/(?:^|\.)soundcloud\.com$/, 'SoundCloud'],
  [/(?:^|\.)spotify\.com$/, 'Spotify'],
  [/(?:^|\.)(?:maps\.google\.[a-z.]+|openstreetmap\.org)$/, 'Map'],
];
/** Frames that are never part of an article. */
const NOISE =
  /doubleclick|googlesyndication|googletagmanager|adservice|amazon-adsystem|taboola|outbrain|recaptcha|disqus|facebook\.com\/plugins\/(?:like|share|page)|platform\.twitter\.com\/widgets|\/ads?[/?]|consent|newsletter/i;

type Kind = 'video' | 'audio' | 'embed';

function resolve(link: string | null, base: string): URL | null {
  try {
    const url = new URL(link?.trim() ?? '', base);
    return link !== null && link.trim() !== '' && /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** The page to watch or read, for a frame's address. */
function watchAddress(url: URL): URL {
  const youtube = /\/embed\/([\w-]{6,})/.exec(url.pathname);
  if (/youtube/.test(url.hostname) && youtube && youtube[1] !== 'videoseries')
    return new URL(`https://www.youtube.com/watch?v=${youtube[1] ?? ''}`);
  const vimeo = /^\/video\/(\d+)/.exec(url.pathname);
  return vimeo && url.hostname === 'player.vimeo.com' ? new URL(`https://vimeo.com/${vimeo[1] ?? ''}`) : url;
}

function kindOf(element: DomElement, url: URL): Kind {
  if (element.localName === 'audio' || /soundcloud|spotify|podcast/.test(url.hostname)) return 'audio';
  if (element.localName === 'video' || /youtube|vimeo|dailymotion|tiktok|\/video\/|player/.test(url.href)) return 'video';
  return 'embed';
}

const WORD: Readonly<Record<Kind, string>> = { video: 'Video', audio: 'Audio', embed: 'Embedded page' };

function label(kind: Kind, url: URL, title: string): string {
  const name = NAMES.find(([host]) => host.test(url.hostname))?.[1] ?? url.hostname.replace(/^www\./, '');
  const what = title !== '' && title.length < 160 && !/player|^iframe$/i.test(title) ? `: ${title}` : '';
  return `${name === 'Map' ? 'Map' : `${WORD[kind]} (${name})`}${what}`;
}

/** The still that the page itself names; none is asked for that it does not. */
function stillOf(element: DomElement): string | null {
  for (const name of ['poster', 'data-poster', 'data-thumbnail']) {
    const still = element.getAttribute(name);
    if (still !== null && still !== '') return still;
  }
  return null;
}

/** Replaces players and frames in place; returns their lines of the receipt. */
export function replaceEmbeds(document: DomDocument, base: string): ReceiptResource[] {
  const resources: ReceiptResource[] = [];
  for (const element of [...document.querySelectorAll('video, audio, iframe, embed, amp-youtube, amp-video, amp-iframe, lite-youtube')]) {
    const youtube = element.getAttribute('data-videoid') ?? element.getAttribute('videoid');
    const link =
      youtube !== null
        ? `https://www.youtube.com/watch?v=${youtube}`
        : (element.getAttribute('src') ??
          element.getAttribute('data-src') ??
          element.querySelector('source[src]')?.getAttribute('src') ??
          element.getAttribute('data-lazy-src'));
    const source = resolve(link, base);
    if (source === null || NOISE.test(source.href) || isHidden(element)) {
      element.remove();
      continue;
    }
    const url = watchAddress(source);
    const kind = kindOf(element, url);
    resources.push({
      kind,
      url: url.href,
      result: 'skipped',
      reason: `${WORD[kind]}: kept as a link, since it cannot be played offline.`,
      path: null,
      sha256: null,
      bytes: null,
    });
    element.replaceWith(still(document, element, url, kind, base));
  }
  return resources;
}

function isHidden(element: DomElement): boolean {
  const [width, height] = [element.getAttribute('width'), element.getAttribute('height')];
  return (
    ['0', '1'].includes(width ?? '') ||
    ['0', '1'].includes(height ?? '') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}

function still(document: DomDocument, element: DomElement, url: URL, kind: Kind, base: string): DomElement {
  const paragraph = document.createElement('p');
  const poster = resolve(stillOf(element), base);
  if (poster !== null) {
    const img = document.createElement('img');
    img.setAttribute('src', poster.href);
    img.setAttribute('alt', '');
    paragraph.append(img, document.createElement('br'));
  }
  const anchor = document.createElement('a');
  anchor.setAttribute('href', url.href);
  anchor.textContent = label(kind, url, (element.getAttribute('title') ?? element.getAttribute('aria-label') ?? '').trim());
  paragraph.append(anchor);
  return paragraph;
}
