import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueryNode } from '../../../electron/core/search/query/ast.ts';
import { parseQuery } from '../../../electron/core/search/query/parse.ts';

const NOW = new Date(2024, 4, 15, 12, 30).getTime();

/** A tree as short text: `a b` → `(a & b)`; `*` marks a prefix, `=` an exact spelling, `|` alternatives of one word. */
function show(node: QueryNode | null): string {
  if (node === null) return '';
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.of.map(show).join(node.kind === 'and' ? ' & ' : ' + ')})`;
    case 'not':
      return `!${show(node.of)}`;
    case 'words': {
      const forms = node.forms.map(({ tokens, prefix }) => tokens.join('_') + (prefix ? '*' : ''));
      return `${node.exact ? '=' : ''}${node.field === 'byline' ? 'by~' : ''}${forms.join('|')}`;
    }
    case 'flag':
      return `is~${node.flag}`;
    case 'tag':
    case 'in':
    case 'feed':
    case 'site':
    case 'lang':
      return `${node.kind}~${node.name}`;
    case 'saved':
      return 'saved~';
    case 'published':
      return `published~${node.from}~${node.to}`;
  }
}

const TREES: readonly (readonly [string, string])[] = [
  ['', ''],
  ['   ', ''],
  ['a', 'a'],
  ['ab', 'ab'],
  ['abc', 'abc*'],
  ['abc def', '(abc & def*)'],
  ['abc def ', '(abc & def*)'],
  ['İstanbul', 'istanbul*'],
  ['"abc def"', 'abc_def'],
  ['“abc def”', 'abc_def'],
  ['„abc def“', 'abc_def'],
  ['«abc def» ghi', '(abc_def & ghi*)'],
  ['abc"def ghi"', '(abc & def_ghi)'],
  ['-abc', '!abc'],
  ['--abc', 'abc'],
  ['-"abc def"', '!abc_def'],
  ['abc -def', '(abc & !def)'],
  ['abc-def', 'abc_def*|abcdef*'],
  ['abc - def', '(abc & def*)'],
  ['e-mail', 'e_mail*|email*'],
  ["o'brien x", '(o_brien|obrien & x)'],
  ['U.S.A.', 'u_s_a|usa*'],
  ['1,000', '1_000*|1000*'],
  ['a OR b', '(a + b)'],
  ['a or b', '(a & or & b)'],
  ['a b OR c d', '((a & b) + (c & d))'],
  ['a (b OR c) d', '(a & (b + c) & d)'],
  ['(a OR b) (c OR d)', '((a + b) & (c + d))'],
  ['-(a OR b)', '!(a + b)'],
  ['((a))', 'a'],
  ['a (b c) d', '(a & b & c & d)'],
  ['a OR (b OR c)', '(a + b + c)'],
  ['(abc', 'abc*'],
  ['(abc)', 'abc'],
  ['=Oğuz', '=oguz'],
  ['="a b"', '=a_b'],
  ['-=abc', '!=abc'],
  ['a = b', '(a & b)'],
  ['tag:News', 'tag~news'],
  ['TAG:news', 'tag~news'],
  ['tag:"Big  News"', 'tag~big news'],
  ['-tag:x', '!tag~x'],
  ['in:"News / Türkiye"', 'in~news/turkiye'],
  ['in:News/Türkiye', 'in~news/turkiye'],
  ['site:https://BBC.co.uk/', 'site~bbc.co.uk'],
  ['by:Pamuk', 'by~pamuk*'],
  ['by:"Orhan Pamuk"', 'by~orhan_pamuk'],
  ['by:Pamuk x', '(by~pamuk & x)'],
  ['lang:EN_gb', 'lang~en-gb'],
  ['is:unread is:read is:starred is:later', '(is~unread & is~read & is~starred & is~later)'],
  ['is:archived is:incomplete is:trashed has:image', '(is~archived & is~incomplete & is~trashed & is~image)'],
  ['IS:Unread', 'is~unread'],
  ['published:2023', 'published~2023-01-01~2023-12-31'],
  ['published:2024-02', 'published~2024-02-01~2024-02-29'],
  ['published:2024-02-29', 'published~2024-02-29~2024-02-29'],
  ['published:2023-01..2023-03', 'published~2023-01-01~2023-03-31'],
  ['published:2023-03..2023-01', 'published~2023-01-01~2023-03-31'],
  ['published:2023..', 'published~2023-01-01~9999-12-31'],
  ['published:..2023', 'published~0000-01-01~2023-12-31'],
  ['published:7d', 'published~2024-05-08~9999-12-31'],
  ['published:2w..today', 'published~2024-05-01~2024-05-15'],
  ['published:..7d', 'published~0000-01-01~2024-05-08'],
  ['published:2w..7d', 'published~2024-05-01~2024-05-08'],
  ['published:yesterday', 'published~2024-05-14~2024-05-14'],
  ['https://example.com/a', 'https_example_com_a'],
  ['10:30', '10_30'],
  ['note: this', '(note & this*)'],
  ['中', '中*'],
  ['中国人', '中国_国人'],
  ['AI技', 'ai_技*'],
  ['技AI', '技_ai'],
];

/** Query, the tree of the rest, and each problem's place in the query. */
const MISTAKES: readonly (readonly [string, string, readonly string[]])[] = [
  ['"abc', 'abc', ['"abc']],
  ['x "abc def', '(x & abc_def)', ['"abc def']],
  ['"" abc', 'abc*', ['""']],
  ['(abc OR', 'abc', ['(', 'OR']],
  ['abc)', 'abc', [')']],
  ['() abc', 'abc*', ['()']],
  ['OR abc', 'abc*', ['OR']],
  ['abc OR', 'abc', ['OR']],
  ['a OR OR b', '(a + b)', ['OR']],
  ['abc -', 'abc', ['-']],
  ['-(', '', ['(']],
  ['abc -OR def', '(abc + def*)', ['-']],
  ['author:smith', '(author & smith*)', ['author:smith']],
  ['author:"jane smith" x', '(author & jane_smith & x)', ['author:"jane smith"']],
  ['topic:x', '(topic & x)', ['topic:x']],
  ['tag:', '', ['tag:']],
  ['tag: news', 'news*', ['tag:']],
  ['is:nice abc', 'abc*', ['nice']],
  ['has:video', '', ['video']],
  ['before:tomorrow', '', ['tomorrow']],
  ['saved:2023-13', '', ['2023-13']],
  ['saved:2023-02-30 x', 'x', ['2023-02-30']],
  ['published:..', '', ['..']],
  ['by:!!! x', 'x', ['!!!']],
  ['€€', '', ['€€']],
  ['& abc', 'abc*', ['&']],
];

describe('the query language', () => {
  it.each(TREES)('reads %j as %s', (query, tree) => {
    const { root, problems } = parseQuery(query, NOW);
    expect(show(root)).toBe(tree);
    if (!query.includes('-  ') && !/ [-=] /.test(query)) expect(problems.filter(({ message }) => !message.includes('closed'))).toEqual([]);
  });

  it.each(MISTAKES)('reads what it can of %j, and says where the mistake is', (query, tree, places) => {
    const { root, problems } = parseQuery(query, NOW);
    expect(show(root)).toBe(tree);
    expect(problems.map(({ start, end }) => query.slice(start, end)).sort()).toEqual([...places].sort());
    for (const { message } of problems) expect(message).toMatch(/^.{10,}\.$/);
  });

  it('takes saved dates in the time zone of the person', () => {
    const range = (query: string): { from: number; to: number } => {
      const { root } = parseQuery(query, NOW);
      if (root?.kind !== 'saved') throw new Error(query);
      return { from: root.from, to: root.to };
    };
    const at = (...parts: [number, number, number]) => new Date(...parts).getTime();
    expect(range('saved:2024-05-09')).toEqual({ from: at(2024, 4, 9), to: at(2024, 4, 10) });
    expect(range('saved:2023-12..2024-01')).toEqual({ from: at(2023, 11, 1), to: at(2024, 1, 1) });
    expect(range('before:2024-05').to).toBe(at(2024, 4, 1));
    expect(range('after:2024-05')).toEqual({ from: at(2024, 4, 1), to: Number.MAX_SAFE_INTEGER });
    expect(range('saved:today')).toEqual({ from: at(2024, 4, 15), to: at(2024, 4, 16) });
    expect(range('saved:7d').from).toBe(new Date(2024, 4, 8, 12, 30).getTime());
    expect(range('saved:2h').from).toBe(new Date(2024, 4, 15, 10, 30).getTime());
    expect(range('saved:1y').from).toBe(new Date(2023, 4, 15, 12, 30).getTime());
    expect(range('before:1m').to).toBe(new Date(2024, 3, 15, 12, 30).getTime());
  });

  it('leaves out brackets nested too deeply, and says so', () => {
    const { root, problems } = parseQuery(`${'('.repeat(900)}abc${')'.repeat(900)}`, NOW);
    expect(show(root)).toBe('abc');
    expect(problems.length).toBeGreaterThan(0);
  });

  it('never throws, and its problems lie inside the query', () => {
    const piece = fc.constantFrom(
      'a',
      '"',
      '(',
      ')',
      '-',
      '=',
      ':',
      'OR',
      ' ',
      'tag:',
      'is:',
      'saved:',
      '..',
      '中',
      '“',
      '”',
      'é',
      '\ud800',
      '7d',
      '\u0000',
    );
    const query = fc.oneof(
      fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(query, (typed) => {
        const { problems } = parseQuery(typed, NOW);
        for (const { start, end } of problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(typed.length);
        }
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});
