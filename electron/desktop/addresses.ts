/** The window's own scheme and host; nothing else is ever loaded. */
export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://offprint`;
export const WINDOW_URL = `${ORIGIN}/`;

/** The window that shows one article and nothing else. */
export const articleUrl = (id: string): string => `${WINDOW_URL}?article=${id}`;
const OWN_WINDOW = /^\?article=[0-9a-z]{12}(?:#|$)/;

/** The page of a window of ours, whatever its fragment. */
export function isWindowPage(url: string): boolean {
  if (url === WINDOW_URL || url.startsWith(`${WINDOW_URL}#`)) return true;
  return url.startsWith(WINDOW_URL) && OWN_WINDOW.test(url.slice(WINDOW_URL.length));
}

/** The page that shows an article inside the window. */
export function isArticleFrame(url: string): boolean {
  return url === `${ORIGIN}/frame.html` || url === 'about:blank';
}
