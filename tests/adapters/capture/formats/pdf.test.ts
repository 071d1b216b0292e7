import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  blocksOf,
  linesOf,
  textSize,
  withoutRunningHeads,
  type Line,
  type Piece,
} from '../../../../electron/adapters/capture/formats/pdf/layout.ts';
import { pdfArticle, pdfDate } from '../../../../electron/adapters/capture/formats/pdf/pdf-article.ts';
import { createPdfReader } from '../../../../electron/adapters/capture/formats/pdf/pdf-reader.ts';
import type { PdfText } from '../../../../electron/adapters/capture/formats/pdf/protocol.ts';
import { workerPath } from '../../../../electron/adapters/threads/worker-path.ts';
import { paragraph, pdf } from '../../../helpers/pdf.ts';
import { startWebServer, type WebServer } from '../../../helpers/web-server.ts';
import { createCaptureBench, type CaptureBench } from '../capture-bench.ts';

let server: WebServer;
let bench: CaptureBench;
beforeAll(async () => {
  server = await startWebServer();
  bench = createCaptureBench();
});
afterAll(async () => {
  await bench.close();
  await server.close();
});

const REPORT = pdf({
  info: { Title: 'The state of the dykes', Author: 'Ada Dijk', CreationDate: "D:20230309101500+01'00'", ModDate: 'D:20230401' },
  lang: 'en-GB',
  pages: [
    [
      { text: 'The state of the dykes', y: 780, size: 24 },
      ...paragraph(
        [
          'Every winter the water board walks the whole length of the dykes and writes down what it',
          'sees: the molehills, the cracks, and the places where the grass has gone.',
        ],
        { top: 740 },
      ),
      ...paragraph(['This year the list is longer than usual, says the board, and the repairs will be expen-', 'sive.'], { top: 700 }),
    ],
    [{ text: 'What comes next', y: 780, size: 18 }, ...paragraph(['The work begins in April & ends <before> the storms.'], { top: 740 })],
  ],
});
const save = (bytes: Buffer, name = 'report.pdf') => bench.save({ kind: 'file', name, bytes: bytes.toString('base64') });

describe('a PDF', () => {
  it('is an article by pages, with its file kept', async () => {
    const article = await save(REPORT);
    expect(article).toMatchObject({
      title: 'The state of the dykes',
      byline: 'Ada Dijk',
      publishedAt: '2023-03-09T10:15:00+01:00',
      modifiedAt: '2023-04-01',
      lang: 'en-GB',
      source: 'PDF file',
      url: null,
      sourceBytes: null,
    });
    expect(article.bodyHtml.split('\n')).toEqual([
      '<h2 id="ref-page-1">Page 1</h2>',
      '<p>Every winter the water board walks the whole length of the dykes and writes down what it sees: the molehills, the cracks, and the places where the grass has gone.</p>',
      '<p>This year the list is longer than usual, says the board, and the repairs will be expensive.</p>',
      '<h2 id="ref-page-2">Page 2</h2>',
      '<h3>What comes next</h3>',
      '<p>The work begins in April &amp; ends &lt;before&gt; the storms.</p>',
    ]);
    expect(article.text).toContain('The work begins in April & ends <before> the storms.');
    expect(article.text).not.toContain('Page 2');
    expect(article.original).toMatchObject({ name: 'original.pdf' });
    expect(Buffer.compare(Buffer.from(article.original?.bytes ?? []), REPORT)).toBe(0);
    expect(article.receipt).toMatchObject({
      status: 'complete',
      extractor: 'PDF',
      contentType: 'application/pdf',
      from: 'report.pdf',
      resources: [{ kind: 'other', url: 'report.pdf', result: 'stored', bytes: REPORT.length }],
    });
  });

  it('is taken from an address too, however it is called there', async () => {
    for (const type of ['application/pdf', 'application/octet-stream', 'text/html']) {
      server.on('/files/Dyke%20report.pdf', { type, body: REPORT });
      const article = await bench.save({ kind: 'url', url: server.url('/files/Dyke%20report.pdf') });
      expect(article).toMatchObject({ title: 'The state of the dykes', url: server.url('/files/Dyke%20report.pdf') });
      expect(article.receipt).toMatchObject({ httpStatus: 200, status: 'complete' });
    }
  });

  it('may be larger than a page, and no larger than an article', async () => {
    server.on('/large.pdf', { type: 'application/pdf', body: REPORT });
    const url = server.url('/large.pdf');
    expect((await bench.save({ kind: 'url', url }, { limits: { maxPage: 500 } })).title).toBe('The state of the dykes');
    expect((await bench.failure({ kind: 'url', url }, { limits: { maxPage: 500, maxArticle: 900 } })).code).toBe('too-large');
    expect(
      (await bench.failure({ kind: 'file', name: 'a.pdf', bytes: REPORT.toString('base64') }, { limits: { maxArticle: 900 } })).code,
    ).toBe('too-large');
  });

  it('is read in any script', async () => {
    const article = await save(
      pdf({
        pages: [
          paragraph([
            'İstanbul’da vapurlar gece de çalışacak, dedi şehir hatları;',
            'ilk sefer cuma günü Karaköy’den kalkacak ve saat üçe kadar',
            'her yarım saatte bir yinelenecek.',
          ]),
        ],
      }),
      'vapur_seferleri.pdf',
    );
    expect(article.text).toBe(
      'İstanbul’da vapurlar gece de çalışacak, dedi şehir hatları; ilk sefer cuma günü Karaköy’den kalkacak ve saat üçe kadar her yarım saatte bir yinelenecek.',
    );
    expect(article).toMatchObject({ lang: 'tr', title: 'vapur seferleri' });
    const japanese = await save(pdf({ pages: [paragraph(['港の役所は毎時水位を記録', 'している。'])] }), '港.pdf');
    expect(japanese.text).toBe('港の役所は毎時水位を記録している。');
  });

  it('that was only scanned is kept, and says that it has no text', async () => {
    const article = await save(pdf({ pages: [[], [], []], info: { Title: 'scan0001.pdf' } }), 'Letter_1953.pdf');
    expect(article).toMatchObject({ title: 'Letter 1953', text: '', wordCount: 0 });
    expect(article.receipt.status).toBe('partial');
    expect(article.receipt.truncation).toEqual([expect.stringContaining('pictures of its pages and no text')]);
    expect(article.bodyHtml).toContain('pictures of its pages');
    expect(article.original).toBeDefined();
    const mixed = await save(pdf({ pages: [paragraph(['A page with words on it, and after it two that have none.']), [], []] }));
    expect(mixed.receipt.truncation).toEqual(['2 of 3 pages of the PDF hold no text.']);
  });

  it.each([
    ['locked with a password', pdf({ pages: [paragraph(['Secret'])], password: 'sesame' }), /locked with a password/],
    ['cut off', REPORT.subarray(0, 300), /damaged or not whole/],
    ['nothing but its mark', Buffer.from('%PDF-1.7'), /damaged or not whole/],
    ['noise', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(5000, 0xa5)]), /damaged or not whole/],
  ])('that is %s says so', async (_, bytes, says) => {
    const error = await bench.failure({ kind: 'file', name: 'bad.pdf', bytes: bytes.toString('base64') });
    expect(error).toMatchObject({ code: 'unsupported-file', retryable: false });
    expect(error.message).toMatch(says);
    expect(error.message).toMatch(/^“bad.pdf”.*\.$/s);
  });

  it('that has no end in sight is given up, and the next one is read', async () => {
    const reader = createPdfReader({ workerPath: workerPath('pdf'), timeLimit: 1 });
    const signal = new AbortController().signal;
    await expect(reader.read(REPORT, 'long.pdf', signal)).rejects.toMatchObject({ code: 'page-too-complex' });
    await reader.close();
    const stop = new AbortController();
    stop.abort();
    expect((await bench.failure({ kind: 'file', name: 'a.pdf', bytes: REPORT.toString('base64') }, { signal: stop.signal })).code).toBe(
      'cancelled',
    );
    expect((await save(REPORT)).title).toBe('The state of the dykes');
  });
});

describe('the layout of a page', () => {
  const piece = (text: string, x: number, y: number, more: Partial<Piece> = {}): Piece => ({
    text,
    x,
    y,
    width: text.length * 5,
    size: 10,
    rtl: false,
    ends: false,
    ...more,
  });
  const line = (text: string, y: number, x = 50, right = 450, size = 10): Line => ({ text, y, x, right, size });

  it('joins what stands on one line, and sees columns', () => {
    const lines = linesOf([
      piece('The', 50, 700),
      piece('dyke', 70, 700),
      piece('holds', 95, 701),
      piece('left', 50, 680),
      piece('right column', 300, 700),
      piece('back', 50, 700),
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['The dyke holds', 'left', 'right column', 'back']);
  });

  it('puts right-to-left pieces in the order they are read', () => {
    const lines = linesOf([piece('السد', 200, 700, { rtl: true, width: 20 }), piece('هذا', 225, 700, { rtl: true, width: 15 })]);
    expect(lines[0]?.text).toBe('هذا السد');
  });

  it('finds paragraphs by distance, indent and short last lines', () => {
    const texts = blocksOf(
      [
        line('One begins here and goes', 700),
        line('on to its end.', 688, 50, 120),
        line('Two begins after a short line', 676),
        line('and goes on to the very edge of it.', 664),
        line('Three is indented, as books', 652, 65),
        line('do it; its lines reach the edge.', 640),
        line('Four stands apart.', 610),
      ],
      10,
    ).map(({ text }) => text);
    expect(texts).toEqual([
      'One begins here and goes on to its end.',
      'Two begins after a short line and goes on to the very edge of it.',
      'Three is indented, as books do it; its lines reach the edge.',
      'Four stands apart.',
    ]);
  });

  it('goes on over a column’s end in the middle of a sentence, and joins cut words', () => {
    const [block] = blocksOf([line('The sentence goes on in the sec-', 100), line('ond column of the page.', 700, 300, 550)], 10);
    expect(block?.text).toBe('The sentence goes on in the second column of the page.');
  });

  it('takes running heads and page numbers off, and nothing that stands once', () => {
    const pages = Array.from({ length: 7 }, (_, n) => [
      line(n % 2 === 0 ? 'Water board' : 'Yearly report', 800),
      line(`Text of page ${'abcdefg'[n] ?? ''} stands here`, 700),
      line(`More of ${'tuvwxyz'[n] ?? ''} here`, 688),
      line(`${String(n + 1)} / 7`, 40),
    ]);
    expect(withoutRunningHeads(pages).map((lines) => lines.map(({ text }) => text))[3]).toEqual([
      'Text of page d stands here',
      'More of w here',
    ]);
    const single = [[line('Once', 800), line('Twice', 700)]];
    expect(withoutRunningHeads(single)).toEqual(single);
    expect(textSize(pages)).toBe(10);
  });
});

describe('what a PDF says about itself', () => {
  const text = (more: Partial<PdfText>): PdfText => ({
    kind: 'text',
    title: null,
    author: null,
    created: null,
    modified: null,
    lang: null,
    pages: [[{ kind: 'paragraph', text: 'Some words.' }]],
    pageCount: 1,
    ...more,
  });

  it.each([
    ["D:20230309120000+01'00'", '2023-03-09T12:00:00+01:00'],
    ['D:20230309120000Z', '2023-03-09T12:00:00Z'],
    ['D:20230309', '2023-03-09'],
    ['20230309120000', '2023-03-09'],
    ['D:2023', '2023-01-01'],
    ['9 March 2023', '2023-03-09'],
    ['D:20239999', null],
    [null, null],
  ])('reads the date %j', (date, expected) => {
    expect(pdfDate(date)).toBe(expected);
  });

  it.each([
    ['Microsoft Word - dyke.docx', 'Dyke plan'],
    ['untitled', 'Dyke plan'],
    ['C:\\work\\dyke\\a', 'Dyke plan'],
    ['x', 'Dyke plan'],
    ['A real title', 'A real title'],
  ])('takes %j for a title or not', (title, expected) => {
    expect(pdfArticle(text({ title }), 'Dyke_plan.pdf').title).toBe(expected);
  });

  it('takes the large line of the first page for a title before the name of the file', () => {
    const pages = [
      [
        { kind: 'heading' as const, text: 'A large line' },
        { kind: 'paragraph' as const, text: 'Words.' },
      ],
    ];
    expect(pdfArticle(text({ pages }), 'x7.pdf').title).toBe('A large line');
    expect(pdfArticle(text({ author: 'Administrator' }), 'x7.pdf').byline).toBeNull();
    expect(pdfArticle(text({ pageCount: 4000 }), 'x7.pdf').missing).toEqual([
      'Only the first 1 of 4000 pages were read. The PDF itself is whole.',
    ]);
  });
});
