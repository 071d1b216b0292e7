import { describe, expect, it } from 'vitest';
import { pdfName } from '../../electron/desktop/pdf-name.ts';

describe('the name a PDF is offered under', () => {
  it.each([
    ['Why it is so: a story / part 2?', 'Why it is so a story part 2.pdf'],
    ['..\\..\\etc/passwd', 'etc passwd.pdf'],
    ['港の話', '港の話.pdf'],
    ['Ends with a dot. ', 'Ends with a dot.pdf'],
    ['///', 'Article.pdf'],
    ['tab\there\nand there', 'tab here and there.pdf'],
  ])('of %j is %j', (title, name) => expect(pdfName(title)).toBe(name));
});
