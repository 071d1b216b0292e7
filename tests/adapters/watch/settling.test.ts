import { describe, expect, it } from 'vitest';
import { linksOfFile } from '../../../electron/adapters/watch/link-file.ts';
import { isWatched, Settling, type FileState } from '../../../electron/adapters/watch/settling.ts';

const folder = (files: Record<string, [size: number, changed: number]>): Map<string, FileState> =>
  new Map(Object.entries(files).map(([name, [size, changed]]) => [name, { size, changed }]));

describe('a file that appears', () => {
  it('is told once, when it has stayed as it is for long enough', () => {
    const settling = new Settling(1000);
    expect(settling.look(folder({ 'a.html': [10, 1] }), 0)).toEqual({ ready: [], waiting: true });
    // Still being written: larger, then only touched.
    expect(settling.look(folder({ 'a.html': [20, 2] }), 1500)).toEqual({ ready: [], waiting: true });
    expect(settling.look(folder({ 'a.html': [20, 3] }), 3000)).toEqual({ ready: [], waiting: true });
    expect(settling.look(folder({ 'a.html': [20, 3] }), 3999).ready).toEqual([]);
    expect(settling.look(folder({ 'a.html': [20, 3] }), 4000)).toEqual({ ready: ['a.html'], waiting: false });
    expect(settling.look(folder({ 'a.html': [20, 3] }), 9000).ready).toEqual([]);
  });

  it('is told again when it has changed, came back, or was asked for', () => {
    const settling = new Settling(0);
    const whole = (files: Record<string, [number, number]>): string[] => {
      settling.look(folder(files), 0);
      return settling.look(folder(files), 1).ready;
    };
    expect(whole({ 'a.html': [1, 1] })).toEqual(['a.html']);
    expect(whole({ 'a.html': [2, 2] })).toEqual(['a.html']);
    whole({});
    expect(whole({ 'a.html': [2, 2] })).toEqual(['a.html']);
    settling.forget();
    expect(settling.look(folder({ 'a.html': [2, 2] }), 2).ready).toEqual(['a.html']);
  });

  it('is not whole while it is empty', () => {
    const settling = new Settling(0);
    for (const now of [0, 1000, 100_000]) expect(settling.look(folder({ 'a.html': [0, 1] }), now)).toEqual({ ready: [], waiting: false });
    settling.look(folder({ 'a.html': [5, 2] }), 100_001);
    expect(settling.look(folder({ 'a.html': [5, 2] }), 100_002).ready).toEqual(['a.html']);
  });

  it.each([
    ['a.html', true],
    ['B.MHTML', true],
    ['c.pdf', true],
    ['d.webloc', true],
    ['e.html.crdownload', false],
    ['f.pdf.part', false],
    ['.g.html', false],
    ['~$h.txt', false],
    ['i.docx', false],
    ['noending', false],
  ])('%s is looked at: %s', (name, watched) => {
    expect(isWatched(name)).toBe(watched);
  });
});

describe('a file of links', () => {
  const links = (name: string, text: string): string[] | null => linksOfFile(name, Buffer.from(text));

  it('is a list, a shortcut of Windows or one of macOS', () => {
    expect(links('list.txt', 'https://a.example/1\r\n# later\n\n https://b.example/2 \nhttps://a.example/1\n')).toEqual([
      'https://a.example/1',
      'https://b.example/2',
    ]);
    expect(links('a.url', '[InternetShortcut]\r\nURL=https://a.example/x?y=1\r\nIconIndex=0\r\n')).toEqual(['https://a.example/x?y=1']);
    expect(
      links('a.webloc', '<?xml version="1.0"?><plist><dict><key>URL</key><string>https://a.example/?a=1&amp;b=2</string></dict></plist>'),
    ).toEqual(['https://a.example/?a=1&b=2']);
    expect(links('b.webloc', 'bplist00\u00d1\u0001\u0002SURL_\u0010https://a.example/b\u0008')).toEqual(['https://a.example/b']);
  });

  it('is not a text that holds a link, nor an address of another kind', () => {
    expect(links('story.txt', 'Look at\nhttps://a.example/1')).toBeNull();
    expect(links('story.html', 'https://a.example/1')).toBeNull();
    expect(links('empty.txt', '\n')).toBeNull();
    expect(links('a.url', 'URL=file:///etc/passwd')).toEqual([]);
    expect(links('a.url', 'nothing')).toEqual([]);
  });
});
