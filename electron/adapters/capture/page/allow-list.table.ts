/** What a stored article may hold. Everything else is dropped: its tags, and for the elements in `NOT_TEXT` its content too. */

// prettier-ignore
export const TAGS: readonly string[] = [
  'p', 'br', 'hr', 'wbr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'div', 'section', 'article', 'header', 'footer', 'aside', 'main', 'address', 'details', 'summary', 'hgroup',
  'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'figure', 'figcaption', 'img',
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'ruby', 'rb', 'rt', 'rtc', 'rp',
  'math', 'mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'mfrac', 'msqrt', 'mroot', 'mstyle', 'mpadded', 'mphantom', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts', 'none', 'mtable', 'mtr', 'mtd', 'semantics',
];

/** Dropped with everything inside them. */
// prettier-ignore
export const NOT_TEXT: readonly string[] = [
  'script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'embed', 'applet', 'form', 'select', 'option', 'textarea', 'button', 'input', 'title', 'head', 'meta', 'link', 'base', 'frame', 'frameset', 'noframes', 'noembed', 'xmp',
  'plaintext', 'listing', 'audio', 'video', 'source', 'track', 'canvas', 'map', 'area', 'dialog', 'portal', 'annotation', 'annotation-xml', 'maction', 'mglyph', 'malignmark', 'foreignobject', 'marquee', 'bgsound', 'image',
];

/** Attributes of any element. */
export const ANYWHERE: readonly string[] = ['lang', 'dir', 'title', 'id'];

export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel', 'hreflang'],
  img: ['src', 'alt', 'width', 'height'],
  time: ['datetime'],
  del: ['datetime'],
  ins: ['datetime'],
  data: ['value'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  th: ['colspan', 'rowspan', 'scope', 'abbr'],
  td: ['colspan', 'rowspan'],
  col: ['span'],
  colgroup: ['span'],
  details: ['open'],
  code: ['class'],
  pre: ['class'],
  math: ['display', 'alttext'],
  mo: ['stretchy', 'fence', 'separator', 'form', 'lspace', 'rspace'],
  mi: ['mathvariant'],
  mspace: ['width'],
  mfrac: ['linethickness'],
  mtd: ['columnspan', 'rowspan'],
  mstyle: ['displaystyle', 'scriptlevel'],
};
