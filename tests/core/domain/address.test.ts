import { describe, expect, it } from 'vitest';
import { addressKey, addressKeys, parseAddress } from '../../../electron/core/domain/address.ts';
import { toCallError } from '../../../electron/core/errors.ts';

describe('addresses as people type them', () => {
  it.each([
    ['https://example.com/story', 'https://example.com/story'],
    ['  HTTPS://Example.COM/Story \n', 'https://example.com/Story'],
    ['example.com', 'https://example.com/'],
    ['example.com/story?id=7', 'https://example.com/story?id=7'],
    ['www.example.com:8080/x', 'https://www.example.com:8080/x'],
    ['//example.com/x', 'https://example.com/x'],
    ['<https://example.com/x>', 'https://example.com/x'],
    ['örnek.com.tr/haber', 'https://xn--rnek-4qa.com.tr/haber'],
    ['例え.jp/記事', 'https://xn--r8jz45g.jp/%E8%A8%98%E4%BA%8B'],
    ['localhost:3000/x', 'http://localhost:3000/x'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['https://me:secret@example.com/x', 'https://example.com/x'],
    ['https://example.com/a b', 'https://example.com/a%20b'],
    ['\u200bhttps://example.com/\ufeff', 'https://example.com/'],
  ])('%j is %s', (typed, address) => {
    expect(parseAddress(typed).href).toBe(address);
  });

  it.each([
    '',
    '   ',
    'not a url',
    'story',
    'hello world.com',
    'me@example.com',
    'ftp://example.com/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:me@example.com',
    'about:blank',
    'chrome://settings',
    'http:',
    'http://',
    'https:///x',
    'https:example.com',
    'http://[::1',
    'a.b',
    '...',
    'C:\\Users\\me\\page.html',
    'magnet:?xt=1',
    'Well, this is a sentence.',
  ])('%j is refused with a sentence', (typed) => {
    let error = null;
    try {
      parseAddress(typed);
    } catch (thrown) {
      error = toCallError(thrown);
    }
    expect(error).toMatchObject({ code: 'unsupported-address', retryable: false });
    expect(error?.message).toMatch(/^[A-Z“].*\.$/s);
  });
});

describe('keys', () => {
  it.each([
    'https://example.com/story',
    'http://example.com/story',
    'https://www.example.com/story/',
    'https://EXAMPLE.com/story#part-2',
    'https://example.com/story?utm_source=a&utm_medium=b',
    'https://example.com/story?fbclid=abc&gclid=d',
    'https://example.com:443/story',
    'http://example.com:80//story',
    'https://example.com./st%6Fry?',
  ])('%s is one and the same page', (address) => {
    expect(addressKey(address)).toBe('example.com/story');
  });

  it.each([
    ['https://example.com/story?id=7', 'https://example.com/story?id=8'],
    ['https://example.com/Story', 'https://example.com/story'],
    ['https://example.com:8080/story', 'https://example.com/story'],
    ['https://news.example.com/story', 'https://example.com/story'],
    ['https://example.com/#!/a', 'https://example.com/#!/b'],
    ['https://example.com/a%2Fb', 'https://example.com/a/b'],
    ['https://www.com/x', 'https://com/x'],
  ])('%s and %s are two pages', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  it('are given once each, and only for addresses of the web', () => {
    expect(
      addressKeys(['https://example.com/a', 'http://www.example.com/a/', 'file:///a', 'nonsense', 'https://example.com/b?utm_id=1&x=']),
    ).toEqual(['example.com/a', 'example.com/b?x']);
  });
});
