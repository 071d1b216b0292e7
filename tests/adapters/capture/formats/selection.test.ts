import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaptureBench, type CaptureBench } from '../capture-bench.ts';

let bench: CaptureBench;
beforeAll(() => {
  bench = createCaptureBench();
});
afterAll(() => bench.close());

const paste = (html: string, text = '') => bench.save({ kind: 'html', html, text });

describe('a selection from the clipboard', () => {
  it('is kept whole, with its links, however short it is', async () => {
    const article = await paste(
      '<meta charset="utf-8"><html><body><!--StartFragment--><h1>Low water</h1><p>The <a href="https://river.example/gauge">gauge</a> fell again.</p><ul><li>Monday: 40 cm</li><li>Tuesday: 38 cm</li></ul><!--EndFragment--></body></html>',
      'Low water\nThe gauge fell again.',
    );
    expect(article).toMatchObject({ title: 'Low water', source: 'Pasted page', url: null });
    expect(article.text.split('\n')).toEqual(['The gauge fell again.', 'Monday: 40 cm', 'Tuesday: 38 cm']);
    expect(article.bodyHtml).toContain('href="https://river.example/gauge"');
    expect(article.receipt).toMatchObject({ status: 'complete', extractor: 'selection', from: 'the clipboard' });
    expect(Buffer.from(article.sourceBytes ?? []).toString()).toContain('StartFragment');
  });

  it('does not lose what an article finder would take for furniture', async () => {
    const { text } = await paste(
      '<div class="sidebar share-buttons comment"><p>First.</p><nav><a href="https://a.example/">A link</a></nav><footer>Last.</footer></div>',
    );
    expect(text.split('\n')).toEqual(['First.', 'A link', 'Last.']);
  });

  it('fetches its images by their addresses, never from the local network', async () => {
    const article = await paste(
      '<p>A picture</p><img src="http://127.0.0.1:9/secret.png" alt="secret"><img src="file:///etc/hostname"><img src="local.png">',
    );
    expect(article.receipt.resources.map(({ result, reason }) => [result, reason])).toEqual([
      ['blocked', expect.stringContaining('local network')],
      ['blocked', 'Addresses of this kind are not opened.'],
      ['failed', 'The image lies beside the file, which was given alone.'],
    ]);
  });

  it('is as hostile as any page', async () => {
    const { bodyHtml } = await paste(
      '<p onclick="x()">Text<script>x()</script><style>p{}</style><a href="javascript:x()">link</a></p><form action="https://evil.example"><input></form><svg><script>x()</script></svg>',
    );
    expect(bodyHtml).not.toMatch(/script|onclick|javascript|form|style|svg/i);
    expect(bodyHtml).toContain('Text');
  });

  it('falls back to the plain text where the HTML holds none', async () => {
    const article = await paste('<meta charset="utf-8"><img alt="">', 'Only these words were copied.');
    expect(article).toMatchObject({ text: 'Only these words were copied.', source: 'Pasted text' });
    expect(article.receipt.extractor).toBe('plain text');
    expect(await bench.failure({ kind: 'html', html: '<div></div>', text: ' ' })).toMatchObject({ code: 'not-an-article' });
    expect(await bench.failure({ kind: 'html', html: ' ', text: '' })).toMatchObject({ code: 'empty-file' });
  });

  it('keeps the text of what is too deep to take apart', async () => {
    const article = await paste(
      `${'<div>'.repeat(900)}<p>Deep down there is a sentence that somebody copied, and it is long enough to be one.</p>${'</div>'.repeat(900)}`,
    );
    expect(article.text).toContain('Deep down');
    expect(article.receipt.truncation.join(' ')).toContain('too complex');
  });
});
