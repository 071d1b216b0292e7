import { describe, expect, it } from 'vitest';
import { besideOf } from '../../../../renderer/features/capture/came-with.ts';
import { droppedFiles, type Entry, type FileEntry, type FolderEntry } from '../../../../renderer/features/capture/dropped.ts';
import { inputOfFile } from '../../../../renderer/features/capture/input-of-file.ts';

const file = (name: string, content = name): FileEntry => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (done) => done(new File([content], name)),
});
/** A folder whose reader answers one entry at a time, as large folders' readers do. */
const folder = (name: string, entries: readonly Entry[]): FolderEntry => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    const left = [...entries];
    return { readEntries: (done) => done(left.splice(0, 1)) };
  },
});
const shown = async (entries: readonly Entry[]): Promise<[string, string[]][]> =>
  (await droppedFiles(entries)).map((one) => [one.name, besideOf(one).map(({ path }) => path)]);

describe('what is dropped', () => {
  it('is a page with the images of its folder, wherever that lies', async () => {
    const files = folder('Kiln_files', [
      file('fire.png'),
      file('style.css'),
      file('app.js'),
      folder('deep', [file('ash.jpg'), file('noend')]),
    ]);
    const images = ['Kiln_files/fire.png', 'Kiln_files/deep/ash.jpg', 'Kiln_files/deep/noend'];
    expect(await shown([folder('saved', [file('Kiln.html'), files])])).toEqual([['Kiln.html', images]]);
    expect(await shown([file('Kiln.html'), files])).toEqual([['Kiln.html', images]]);
  });

  it('is several pages, each with its own images', async () => {
    expect(
      await shown([
        folder('saved', [
          file('a.html'),
          folder('a_files', [file('1.png')]),
          file('b.html'),
          folder('b-Dateien', [file('2.png')]),
          file('notes.txt'),
          file('.DS_Store'),
        ]),
      ]),
    ).toEqual([
      ['a.html', ['a_files/1.png']],
      ['b.html', ['b-Dateien/2.png']],
      ['notes.txt', []],
    ]);
  });

  it('is a folder of texts and archives, one level deep', async () => {
    expect(await shown([folder('texts', [file('a.txt'), file('b.mhtml'), folder('more', [file('c.txt')])])])).toEqual([
      ['a.txt', []],
      ['b.mhtml', []],
    ]);
  });

  it('is sent with its images', async () => {
    const [page] = await droppedFiles([file('Kiln.html', '<p>'), folder('Kiln_files', [file('fire.png', 'F')])]);
    if (page === undefined) throw new Error('nothing was dropped');
    expect(await inputOfFile(page)).toEqual({
      kind: 'file',
      name: 'Kiln.html',
      bytes: btoa('<p>'),
      beside: [{ path: 'Kiln_files/fire.png', bytes: btoa('F') }],
    });
  });
});
