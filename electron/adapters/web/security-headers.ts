/** Joins directives to one Content-Security-Policy. */
const policy = (...directives: string[]): string => directives.join('; ');

/** The one style sheet that React Aria writes into the page itself (touch-action of what can be pressed), by its hash. */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** The window: its own scripts, styles and fonts, nothing from anywhere else. `frame-src` also stops a clicked link from taking the article's frame away. */
export const PAGE_POLICY = policy(
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${REACT_ARIA_STYLE}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
);

/** The frame that shows an article: no script ever, no address but ours. */
export const FRAME_POLICY = policy(
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
);

/** A stored image, opened by its own address: an SVG is a document that could hold scripts. */
export const IMAGE_POLICY = policy("default-src 'none'", "style-src 'unsafe-inline'", 'sandbox');

/** On every answer. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};
