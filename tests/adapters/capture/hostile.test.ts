import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { ANYWHERE, ATTRIBUTES, TAGS } from '../../../electron/adapters/capture/page/allow-list.table.ts';
import { extractPage } from '../../../electron/adapters/capture/page/extract.ts';
import { sanitise } from '../../../electron/adapters/capture/page/sanitise.ts';
import { HOSTILE } from './hostile.table.ts';

const PAGE_URL = 'https://example.com/story';
const TAG_SET = new Set(TAGS);

/** Everything wrong with stored HTML, read by a parser that follows the standard; parsed twice, since a second reading may differ. */
function dangers(html: string): string[] {
  const first = parse(`<!doctype html><html><head></head><body>${html}`);
  const second = parse(serialize(first));
  return [...dangersOf(first), ...dangersOf(second)];
}

const BOXES = new Set(['html', 'head', 'body']);

function dangersOf(node: Tree.ParentNode): string[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    const found = 'content' in child ? ['<template>'] : [];
    if (!TAG_SET.has(child.tagName) && !BOXES.has(child.tagName)) found.push(`<${child.tagName}>`);
    for (const { name, value } of child.attrs) {
      if (!ANYWHERE.includes(name) && !(ATTRIBUTES[child.tagName] ?? []).includes(name)) found.push(`${child.tagName} ${name}`);
      if (name === 'id' && !value.startsWith('ref-')) found.push(`id ${value}`);
      if (name === 'src' && !/^offprint-image:\d+$/.test(value)) found.push(`src ${value}`);
      if (name === 'href' && !/^(?:https?:\/\/|mailto:|tel:|#ref-)/.test(value)) found.push(`href ${value}`);
    }
    return [...found, ...dangersOf(child)];
  });
}

describe('sanitising', () => {
  it.each(HOSTILE)('leaves nothing of $name that runs, loads or navigates', ({ html, keeps }) => {
    const safe = sanitise(html, PAGE_URL).html;
    expect(dangers(safe)).toEqual([]);
    if (keeps !== undefined) expect(safe).toContain(keeps);
  });

  it('leaves nothing when a payload stands in a page that is extracted', () => {
    const prose = '<p>The mill by the river turns again, and the people who brought it back to life are glad of it.</p>'.repeat(6);
    for (const { html } of HOSTILE) {
      const page = extractPage({
        id: 1,
        html: `<!doctype html><html><body><article>${prose}<div>${html}</div>${prose}</article></body></html>`,
        address: PAGE_URL,
        plain: false,
      });
      expect(dangers(page.html), html).toEqual([]);
      expect(page.text).toContain('The mill by the river turns again');
    }
  });

  it('finds the same nothing in combinations', () => {
    const pieces = HOSTILE.map(({ html }) => html);
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...pieces),
            fc.constantFrom(
              '<p>',
              '</p>',
              '<table>',
              '<math>',
              '<svg>',
              '<mtext>',
              '"',
              "'",
              '<!--',
              '-->',
              '</',
              '&lt;',
              '<style>',
              '</style>',
            ),
          ),
          { maxLength: 6 },
        ),
        (parts) => {
          expect(dangers(sanitise(parts.join(''), PAGE_URL).html)).toEqual([]);
        },
      ),
      { seed: 20230309, numRuns: 300 },
    );
  });

  it('is the same when done again to text and links', () => {
    const html = '<p lang="tr">Iğdır &amp; <a href="https://example.com/a?b=1&amp;c=2">2 &lt; 3</a></p>';
    const once = sanitise(html, PAGE_URL).html;
    expect(once).toBe('<p lang="tr">Iğdır &amp; <a href="https://example.com/a?b=1&amp;c=2" rel="noopener noreferrer">2 &lt; 3</a></p>');
    expect(sanitise(once, PAGE_URL).html).toBe(once);
  });

  it('keeps the text of nesting without end, and not the nesting', () => {
    const safe = sanitise(`${'<div><i>'.repeat(5000)}deep${'</i></div>'.repeat(5000)}`, PAGE_URL).html;
    expect(safe).toContain('deep');
    expect(safe.match(/<div>/g)?.length).toBeLessThan(250);
  });

  it('keeps credentials out of links', () => {
    expect(sanitise('<a href="https://me:secret@example.com/">x</a>', PAGE_URL).html).toBe(
      '<a href="https://example.com/" rel="noopener noreferrer">x</a>',
    );
  });
});

/** A folder with larger collections of payloads (`hostile/*.jsonl.gz`, each line `{"payload": …}`). */
const corpora = process.env['OFFPRINT_CORPORA'] ?? '';
const folder = join(corpora, 'hostile');

describe('collections of payloads', () => {
  it(
    corpora === '' ? 'are not read: OFFPRINT_CORPORA is not set' : `of ${folder} leave nothing that runs, loads or navigates`,
    () => {
      if (corpora === '') return;
      expect(existsSync(folder)).toBe(true);
      let count = 0;
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'))) {
        for (const line of gunzipSync(readFileSync(join(folder, file)))
          .toString('utf8')
          .split('\n')) {
          if (line === '') continue;
          const { payload } = JSON.parse(line) as { payload: string };
          expect(dangers(sanitise(payload, PAGE_URL).html), payload.slice(0, 500)).toEqual([]);
          count++;
        }
      }
      expect(count).toBeGreaterThan(0);
    },
    120_000,
  );
});

describe('pages made to hang whoever reads them', () => {
  const prose = '<p>The mill by the river turns again, and the people who brought it back to life are glad of it.</p>'.repeat(6);
  const attacks: readonly (readonly [string, string])[] = [
    ['a hundred towers of four hundred boxes', `${'<div>'.repeat(400)}x${'</div>'.repeat(400)}`.repeat(100)],
    ['twenty thousand boxes in each other', '<div>'.repeat(20_000)],
    ['a page of entities', `<p>${'&amp;'.repeat(200_000)}</p>`],
    ['tables that are never closed', '<a><table><tr><td>'.repeat(3000)],
  ];
  it.each(attacks)('%s: the text is kept and the reason told', (_, html) => {
    const page = extractPage({ id: 1, html: `<!doctype html><body>${prose}${html}`, address: PAGE_URL, plain: false });
    expect(page.extractor).toBe('plain');
    expect(page.degraded).toContain('too complex');
    expect(page.text).toContain('The mill by the river turns again');
    expect(dangers(page.html)).toEqual([]);
  });

  it('keeps the words of a page that is nothing but short lines', () => {
    const lines = Array.from({ length: 12_000 }, (_, n) => `line ${String(n)}<br><b>and</b><br>`).join('');
    const page = extractPage({ id: 1, html: `<!doctype html><body><p>${lines}`, address: PAGE_URL, plain: false });
    expect(page.extractor).toBe('plain');
    expect(page.text).toContain('line 11999');
  });
});
