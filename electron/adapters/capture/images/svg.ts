import sanitizeHtml from 'sanitize-html';

/** SVG pictures, made harmless: an allow-list of shapes; no script, no style sheets, no foreign content, no address outside the picture. */

// prettier-ignore
const TAGS = ['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'marker', 'filter', 'feGaussianBlur', 'feOffset', 'feBlend', 'feColorMatrix', 'feMerge', 'feMergeNode', 'feFlood', 'feComposite', 'switch'];
const NOT_TEXT = [
  'script',
  'style',
  'foreignObject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'handler',
  'listener',
  'set',
  'animate',
  'animateTransform',
  'animateMotion',
  'image',
  'feImage',
  'a',
  'metadata',
];
const NAME = /^[a-z][a-z0-9:-]*$/i;
const LOCAL = /^#[\w.:-]+$/;

function isHarmless(name: string, value: string): boolean {
  if (!NAME.test(name) || /^on/i.test(name) || name === 'style' || name === 'class') return false;
  if (/href$/i.test(name)) return LOCAL.test(value.trim());
  if (/^xmlns/.test(name)) return true;
  // url(#inside) is a gradient or clip of the picture; any other url() or image-set() would load.
  const urls = value.match(/[a-z-]+\s*\(/gi) ?? [];
  if (urls.some((call) => /url|image|src|cross-fade|element/i.test(call)))
    return /^\s*url\(\s*['"]?#[\w.:-]+['"]?\s*\)(?:\s+[\w#.,%()\s-]*)?$/i.test(value) && urls.length === 1;
  return !/javascript:|data:|\\/i.test(value);
}

/** `style="fill:#fff;stroke:none"` as attributes, so that the picture keeps its colours without style sheets. */
function styleAttributes(style: string | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  for (const part of (style ?? '').split(';')) {
    const match =
      /^\s*(fill|stroke|opacity|display|visibility|color|(?:fill|stroke|stop|font|text|clip|mask|dominant)-[a-z-]+|stroke-width|marker-[a-z]+)\s*:\s*([^;]+?)\s*$/.exec(
        part,
      );
    if (match?.[1] !== undefined && match[2] !== undefined) found[match[1]] = match[2];
  }
  return found;
}

/** The picture as safe bytes, or null where nothing drawable is left. */
export function sanitiseSvg(bytes: Uint8Array): Uint8Array | null {
  const source = new TextDecoder().decode(bytes);
  const safe = sanitizeHtml(source, {
    allowedTags: TAGS,
    nonTextTags: NOT_TEXT,
    allowedAttributes: false,
    allowedSchemes: [],
    transformTags: {
      '*': (tagName, attribs) => {
        // A style wins over an attribute of the same name.
        const all = { ...attribs, ...styleAttributes(attribs['style']) };
        return { tagName, attribs: Object.fromEntries(Object.entries(all).filter(([name, value]) => isHarmless(name, value))) };
      },
    },
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false, xmlMode: true },
  });
  const start = safe.indexOf('<svg');
  if (start < 0 || !/<(?:path|rect|circle|ellipse|line|poly|text|use)/.test(safe)) return null;
  const svg = safe.slice(start);
  const named = /^<svg[^>]*\sxmlns=/.test(svg) ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  return new TextEncoder().encode(named);
}
