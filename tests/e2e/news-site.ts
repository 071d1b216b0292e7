import { png } from '../helpers/images.ts';
import { startWebServer, type WebServer } from '../helpers/web-server.ts';

const page = (
  title: string,
  lang: string,
  body: string,
) => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Mina Aksoy">
<meta property="article:published_time" content="2026-03-09T08:30:00Z"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>${title}</h1>${body}</article>
<aside class="newsletter">Subscribe to our newsletter</aside></body></html>`;

const paragraph = (text: string) => `<p>${text}</p>`;

const LIGHTHOUSE = page(
  'The lighthouse keeps its keeper',
  'en',
  `${paragraph('The lighthouse on the northern mole will keep its keeper for another ten years, the harbour council decided on Monday evening after a long debate.')}
<figure><img src="/images/lighthouse.png" alt="The lighthouse at dusk" width="640" height="400"><figcaption>The lighthouse at dusk.</figcaption></figure>
${Array.from({ length: 14 }, (_, i) => paragraph(`Paragraph ${i + 1}. Visitors climbed the hundred and twelve steps all summer, and the keeper, who also repairs the lamps of the fishing boats, wrote down each name in the long book by the door, as her father had done.`)).join('\n')}
<p>More on <a href="https://elsewhere.example/more">the council's decision</a>.</p>
<script>fetch('/tracker')</script><img src="/pixel.gif" width="1" height="1">`,
);

const BOSPHORUS = page(
  'Boğaz’da sisli bir sabah',
  'tr',
  Array.from({ length: 8 }, (_, i) =>
    paragraph(
      `${i + 1}. İstanbul Boğazı’nda sabah saatlerinde etkili olan yoğun sis nedeniyle vapur seferleri bir süre yapılamadı, yolcular iskelelerde bekledi.`,
    ),
  ).join('\n'),
);

/** A small newspaper on this computer: two stories and an image; every other address is not there. */
export function startNewsSite(): Promise<WebServer> {
  return startWebServer({
    '/lighthouse': LIGHTHOUSE,
    '/bosphorus': BOSPHORUS,
    '/images/lighthouse.png': { type: 'image/png', body: png(640, 400, [198, 122, 74]) },
  });
}
