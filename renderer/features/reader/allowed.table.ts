/** Elements of an article. Nothing that loads, runs, submits or embeds but `img`. */
export const ALLOWED_TAGS = [
  ...['a', 'abbr', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup'],
  ...['dd', 'del', 'details', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['header', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'main', 'mark', 'ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'section'],
  ...[
    'small',
    'span',
    'strong',
    'sub',
    'summary',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'time',
    'tr',
    'u',
    'ul',
    'var',
    'wbr',
  ],
] as const;

/** Attributes of an article. `href` counts on `a` only and `src` on `img` only (sanitise.ts). No class, no style: the look is ours. */
export const ALLOWED_ATTRIBUTES = [
  ...[
    'alt',
    'colspan',
    'datetime',
    'dir',
    'headers',
    'height',
    'href',
    'id',
    'lang',
    'open',
    'reversed',
    'rowspan',
    'scope',
    'span',
    'src',
    'start',
  ],
  ...['title', 'value', 'width'],
] as const;
