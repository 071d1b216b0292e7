import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Licence {
  name: string;
  version: string;
  license: string;
  text: string;
}

describe('the licences of what is shipped', () => {
  const licences = JSON.parse(readFileSync(join(import.meta.dirname, '../../dist/renderer/licences.json'), 'utf8')) as Licence[];
  const names = new Set(licences.map(({ name }) => name));

  it('are those of the window, the workers and the fonts, and of no tool that only builds', () => {
    for (const name of [
      'react',
      'react-dom',
      'react-aria-components',
      'zod',
      'lowdb',
      'parse5',
      'defuddle',
      'sanitize-html',
      '@fontsource-variable/inter',
    ]) {
      expect(names, name).toContain(name);
    }
    for (const name of ['vite', 'vitest', 'eslint', 'typescript', 'electron-builder', 'jsdom']) expect(names, name).not.toContain(name);
  });

  it('each have a name and a version, nearly all their whole text, and no kind that our own licence does not go with', () => {
    for (const { name, version, license } of licences) {
      expect(version, name).toMatch(/^\d/);
      expect(license, name).toMatch(
        /^(?:\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|MPL-2\.0|CC0-1\.0|Unlicense|BlueOak-1\.0\.0|LGPL-2\.1(?:\+|-or-later)?|Python-2\.0|WTFPL)\)?(?: (?:OR|AND) )?\)?)+$/,
      );
    }
    expect(licences.filter(({ text }) => text.length > 200).length).toBeGreaterThan(licences.length * 0.8);
  });
});
