/** The window's own scheme and host; nothing else is ever loaded. */
export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://offprint`;
export const WINDOW_URL = `${ORIGIN}/`;

/** The page of the window itself, whatever its fragment. */
export function isWindowPage(url: string): boolean {
  return url === WINDOW_URL || url.startsWith(`${WINDOW_URL}#`);
}

/** The page that shows an article inside the window. */
export function isArticleFrame(url: string): boolean {
  return url === `${ORIGIN}/frame.html` || url === 'about:blank';
}
