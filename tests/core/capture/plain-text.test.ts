import { describe, expect, it } from 'vitest';
import { blocksToHtml, blocksToText, textBlocks } from '../../../electron/core/capture/plain-text.ts';
import { firstSentence, titleFromText } from '../../../electron/core/capture/sentences.ts';

const html = (text: string): string => blocksToHtml(textBlocks(text.split('\n')));

describe('paragraphs of plain text', () => {
  it('are parted by blank lines', () => {
    expect(html('One.\n\n\nTwo.')).toBe('<p>One.</p>\n<p>Two.</p>');
  });
  it('are lines where there are no blank ones', () => {
    expect(html('The first paragraph ends here.\nThe second one follows it at once.')).toBe(
      '<p>The first paragraph ends here.</p>\n<p>The second one follows it at once.</p>',
    );
  });
  it('are put together again where they were wrapped by hand', () => {
    const wrapped =
      'The council of the town voted on Tuesday to keep the old\nlibrary open, after months of debate and several meetings\nthat went on until late.';
    expect(html(wrapped)).toBe(`<p>${wrapped.replace(/\n/g, ' ')}</p>`);
  });
  it('keep the lines of a verse', () => {
    expect(html('It turns and turns\nthe river knows\nand nobody else')).toBe(
      '<p>It turns and turns<br>the river knows<br>and nobody else</p>',
    );
  });
  it('may be lists and headings', () => {
    expect(html('# Winds\n- north\n- east\n\nThat is all.')).toBe(
      '<h2>Winds</h2>\n<ul>\n<li>north</li>\n<li>east</li>\n</ul>\n<p>That is all.</p>',
    );
  });
  it('are never markup', () => {
    expect(html('1 < 2 & <script>alert("x")</script>')).toBe('<p>1 &lt; 2 &amp; &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>');
  });
  it('lose control characters and odd blanks', () => {
    expect(blocksToText(textBlocks(['a\u0000b\u00a0\u00a0c\td']))).toBe('ab c d');
  });
});

describe('a title from the first sentence', () => {
  it.each([
    ['It rained. Then it stopped.', 'It rained'],
    ['Dr. Öz came. He left.', 'Dr. Öz came'],
    ['Mr. J. R. Hill of the U.S. team won! Everybody was glad.', 'Mr. J. R. Hill of the U.S. team won!'],
    ['Am 9. März kam der Regen. Er blieb.', 'Am 9. März kam der Regen'],
    ['Was it “the end?” Nobody knew.', 'Was it “the end?”'],
    ['雨が降った。そして止んだ。', '雨が降った'],
    ['Version 2.0 is out. Get it.', 'Version 2.0 is out'],
    ['no end at all', 'no end at all'],
    ['توقف المطر؟ نعم.', 'توقف المطر؟'],
  ])('%j gives %j', (text, title) => {
    expect(titleFromText(text)).toBe(title);
  });
  it('is cut at a word', () => {
    const title = titleFromText(
      'The council of the town voted on Tuesday to keep the old library open, after months of debate and several meetings that went on until the lights of the hall were put out and the caretaker asked everybody to leave.',
    );
    expect(title.length).toBeLessThanOrEqual(181);
    expect(title).toMatch(/\w…$/);
  });
  it('is a whole sentence', () => {
    expect(firstSentence('One  line\nwith a break. Two.')).toBe('One line with a break.');
  });
});
