import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { describe as describeTyped } from '../../../../renderer/features/capture/describe.ts';
import { base64, inputsOf, isReadableFile, linkOf, readTyped, type Typed } from '../../../../renderer/features/capture/read-input.ts';
import { linksOf } from '../../../../renderer/features/capture/use-drop-and-paste.ts';

const intl = createIntl({ locale: 'en' });

describe('what is typed into the Add dialog', () => {
  it.each<[string, Typed]>([
    ['', { kind: 'empty' }],
    ['   \n ', { kind: 'empty' }],
    ['https://example.org/a?b=1#c', { kind: 'links', urls: ['https://example.org/a?b=1#c'], unusable: [] }],
    ['example.org/story', { kind: 'links', urls: ['https://example.org/story'], unusable: [] }],
    ['http://localhost:8000/', { kind: 'links', urls: ['http://localhost:8000/'], unusable: [] }],
    ['http://127.0.0.1:8000/a', { kind: 'links', urls: ['http://127.0.0.1:8000/a'], unusable: [] }],
    ['https://münih.example/ü', { kind: 'links', urls: ['https://münih.example/ü'], unusable: [] }],
    ['a.example/1\nb.example/2\n\na.example/1', { kind: 'links', urls: ['https://a.example/1', 'https://b.example/2'], unusable: [] }],
    ['https://a.example/ https://b.example/', { kind: 'links', urls: ['https://a.example/', 'https://b.example/'], unusable: [] }],
    [
      'https://a.example/\nnot-a-link\nhttps://b.example/',
      { kind: 'links', urls: ['https://a.example/', 'https://b.example/'], unusable: ['not-a-link'] },
    ],
    ['ftp://example.org/a', { kind: 'not-a-link', reason: 'scheme' }],
    ['file:///etc/passwd', { kind: 'not-a-link', reason: 'scheme' }],
    ['javascript:alert(1)', { kind: 'not-a-link', reason: 'scheme' }],
    ['htt', { kind: 'not-a-link', reason: 'shape' }],
    ['https://', { kind: 'not-a-link', reason: 'shape' }],
    ['https://nodots', { kind: 'not-a-link', reason: 'shape' }],
    ['date 2023-03-09 and some words', { kind: 'text', text: 'date 2023-03-09 and some words', html: false, words: 5 }],
    ['<!doctype html><p>a</p>', { kind: 'text', text: '<!doctype html><p>a</p>', html: true, words: 2 }],
    ['雨の日の図書館で古い地図を見つけた', { kind: 'text', text: '雨の日の図書館で古い地図を見つけた', html: false, words: 1 }],
  ])('understands %j', (typed, expected) => {
    expect(readTyped(typed)).toEqual(expected);
  });

  it('becomes what the core saves', () => {
    expect(inputsOf(readTyped('a.example b.example'))).toEqual([
      { kind: 'url', url: 'https://a.example' },
      { kind: 'url', url: 'https://b.example' },
    ]);
    expect(inputsOf(readTyped('two words'))).toEqual([{ kind: 'text', text: 'two words' }]);
    expect(inputsOf(readTyped('<html><p>ü</p>'))).toEqual([{ kind: 'file', name: 'Pasted page.html', bytes: btoa('<html><p>Ã¼</p>') }]);
    expect(inputsOf(readTyped('ftp://x'))).toEqual([]);
  });

  it('is explained in plain words while it is typed', () => {
    const say = (typed: string): string | null => {
      const { problem, note } = describeTyped(intl, readTyped(typed));
      return problem ?? note;
    };
    expect(say('')).toBeNull();
    expect(say('https://a.example')).toBe('The page will be fetched, cleaned and stored on this computer.');
    expect(say('a.example b.example')).toBe('2 links will be saved as 2 articles.');
    expect(say('a.example\nb.example\nx')).toBe('2 links will be saved. This line is not a link: x');
    expect(say('some words here')).toBe('A text of 3 words will be saved as an article.');
    expect(say('ftp://a.example')).toContain('http:// or https://');
    expect(say('exam')).toContain('does not look like a link yet');
  });

  it('knows links from file names and sentences', () => {
    expect(linkOf('hello')).toBeNull();
    expect(linkOf('.org')).toBeNull();
    expect(linkOf('example.org.')).toBeNull();
    expect(linkOf('EXAMPLE.org')).toBe('https://EXAMPLE.org');
  });
});

describe('files', () => {
  it.each([
    ['a.html', '', true],
    ['A.HTM', '', true],
    ['notes.txt', 'text/plain', true],
    ['notes.md', '', true],
    ['README', '', true],
    ['page.php', 'text/html', true],
    ['photo.jpg', 'image/jpeg', false],
    ['paper.pdf', 'application/pdf', true],
    ['archive.mhtml', '', true],
    ['letter.docx', '', false],
    ['noextension', 'image/png', false],
  ])('%s (%s) is readable: %s', (name, type, expected) => {
    expect(isReadableFile({ name, type })).toBe(expected);
  });

  it('are sent as base64, byte for byte, however large', () => {
    const bytes = new Uint8Array(100_000).map((_, at) => (at * 7) % 256);
    expect(Uint8Array.from(atob(base64(bytes)), (character) => character.charCodeAt(0))).toEqual(bytes);
    expect(base64(new Uint8Array())).toBe('');
  });
});

describe('a dropped link', () => {
  const data = (values: Record<string, string>): Pick<DataTransfer, 'getData'> => ({ getData: (type) => values[type] ?? '' });

  it('is read from the list of addresses, without its comments', () => {
    expect(linksOf(data({ 'text/uri-list': '# a title\r\nhttps://a.example/\r\nhttps://b.example/\r\n' }))).toBe(
      'https://a.example/\nhttps://b.example/',
    );
  });

  it('is read from the plain text where there is no list', () => {
    expect(linksOf(data({ 'text/plain': ' https://a.example/ ' }))).toBe('https://a.example/');
    expect(linksOf(data({ 'text/uri-list': 'file:///etc/passwd' }))).toBe('');
  });
});
