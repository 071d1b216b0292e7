import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../electron/contract/languages.ts';
import { checkCatalogues, languages } from '../../scripts/lib/catalogues.mjs';

let root = '';
afterEach(() => rm(root, { recursive: true, force: true }));

/** A checkout with one file of words and the catalogue of one language. */
async function checkout(source: string, language: string, catalogue: Record<string, string>, complete = true): Promise<string> {
  root = await mkdtemp(join(tmpdir(), 'offprint-words-'));
  await mkdir(join(root, 'renderer'));
  await mkdir(join(root, 'assets/locales'), { recursive: true });
  await writeFile(join(root, 'renderer/messages.ts'), source);
  await writeFile(join(root, 'assets/locales', `${language}.json`), `${JSON.stringify(catalogue, null, 2)}\n`);
  await writeFile(
    join(root, 'assets/locales/languages.json'),
    JSON.stringify({ translated: [language], complete: complete ? [language] : [] }),
  );
  return root;
}

const WORDS = `export const text = {
  title: { id: 'a.title', defaultMessage: 'Title' },
  read: { id: 'a.read', defaultMessage: 'Read {count, plural, one {# article} other {# articles}}' },
  by: { id: 'a.by', defaultMessage: 'By {who}' },
};`;
const RUSSIAN = {
  'a.title': 'Название',
  'a.read': 'Прочитано {count, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}',
  'a.by': 'Автор: {who}',
};
const WITHOUT_TITLE = { 'a.read': RUSSIAN['a.read'], 'a.by': RUSSIAN['a.by'] };

const fatalOf = async (...args: Parameters<typeof checkout>): Promise<readonly string[]> =>
  (await checkCatalogues({ root: await checkout(...args) })).fatal;

describe('the check of the catalogues', () => {
  it('passes one that has everything', async () => {
    expect(await fatalOf(WORDS, 'ru', RUSSIAN)).toEqual([]);
  });

  it('fails where a complete language misses a key or has one too many', async () => {
    expect(await fatalOf(WORDS, 'ru', { ...WITHOUT_TITLE, 'a.gone': 'Было' })).toEqual([
      'ru: a.title is missing',
      'ru: a.gone is not in the sources',
    ]);
  });

  it('only tells what a language that is not complete yet misses', async () => {
    const { fatal, reports } = await checkCatalogues({ root: await checkout(WORDS, 'ru', WITHOUT_TITLE, false) });
    expect(fatal).toEqual([]);
    expect(reports[0]?.missing).toEqual(['a.title']);
  });

  it('tells what no longer fits in a language that is not complete, which then says it in English', async () => {
    const { fatal, reports } = await checkCatalogues({ root: await checkout(WORDS, 'ru', { ...RUSSIAN, 'a.by': 'Автор' }, false) });
    expect(fatal).toEqual([]);
    expect(reports[0]).toMatchObject({ wrong: ['a.by: {who} is missing'], unfit: ['a.by'] });
  });

  it.each([
    [
      'a plural form of the language',
      { 'a.read': '{count, plural, one {# статья} other {# статьи}}' },
      'the plural of {count} needs few, many',
    ],
    ['the plural', { 'a.read': 'Прочитано: {count}' }, '{count} needs its plural'],
    ['an argument', { 'a.by': 'Автор' }, '{who} is missing'],
    ['no argument of its own', { 'a.by': 'Автор: {who}, {when}' }, '{when} is not in the English'],
    ['braces that close', { 'a.by': 'Автор: {who' }, 'not a message'],
    ['words', { 'a.by': ' ' }, 'it is empty'],
  ])('fails where a translation lacks %s', async (_name, change, mistake) => {
    const fatal = await fatalOf(WORDS, 'ru', { ...RUSSIAN, ...change });
    expect(fatal).toHaveLength(1);
    expect(fatal[0]).toContain(mistake);
  });

  it('wants all six forms of an Arabic plural, and only those', async () => {
    const all = '{count, plural, zero {a} one {b} two {c} few {d} many {e} other {f}}';
    const arabic = { 'a.title': 'ع', 'a.by': '{who}', 'a.read': all };
    expect(await fatalOf(WORDS, 'ar', arabic)).toEqual([]);
    await rm(root, { recursive: true });
    expect(await fatalOf(WORDS, 'ar', { ...arabic, 'a.read': all.replace('two {c} ', '') })).toEqual([
      'ar: a.read: the plural of {count} needs two',
    ]);
    await rm(root, { recursive: true });
    expect(await fatalOf(WORDS, 'ja', { ...arabic, 'a.read': '{count, plural, one {a} other {b}}' })).toEqual([
      'ja: a.read: the plural of {count} has one, which is not said here',
    ]);
  });

  it('takes the number 1 alone wherever the English has a form for one', async () => {
    const named = `export const text = {
      mark: { id: 'a.mark', defaultMessage: 'Mark {count, plural, one {“{title}”} other {# articles}} read' },
      left: { id: 'a.left', defaultMessage: '{count, plural, other {# left}}' },
    };`;
    const mark = '将{count, plural, =1 {《{title}》} other {#篇文章}}标为已读';
    expect(await fatalOf(named, 'zh', { 'a.mark': mark, 'a.left': '还剩{count}' })).toEqual([]);
    await rm(root, { recursive: true });
    const russian =
      'Отметить {count, plural, =1 {«{title}»} one {# статью} few {# статьи} many {# статей} other {# статьи}} как прочитанное';
    expect(
      await fatalOf(named, 'ru', { 'a.mark': russian, 'a.left': 'Осталось: {count, plural, one {#} few {#} many {#} other {#}}' }),
    ).toEqual([]);
    await rm(root, { recursive: true });
    const foreign = { 'a.mark': mark.replace('=1', '=2'), 'a.left': '{count, plural, =1 {还剩1} other {还剩#}}' };
    expect(await fatalOf(named, 'zh', foreign)).toEqual([
      'zh: a.mark: the plural of {count} has =2, which is not said here',
      'zh: a.left: the plural of {count} has =1, which is not said here',
    ]);
  });

  it('fails where a catalogue says a message twice', async () => {
    await checkout(WORDS, 'ru', RUSSIAN);
    await writeFile(join(root, 'assets/locales/ru.json'), '{\n  "a.by": "{who}",\n  "a.by": "{who}"\n}');
    await expect(checkCatalogues({ root })).rejects.toThrow('ru.json: a.by stands in it twice');
  });

  it('fails where one id says two things, or a message is put together', async () => {
    const twice = `${WORDS} export const more = { id: 'a.title', defaultMessage: 'Heading' };`;
    await expect(fatalOf(twice, 'ru', RUSSIAN)).rejects.toThrow('a.title says something else');
    await rm(root, { recursive: true });
    const glued = 'export const name = (id: string) => ({ id: `a.${id}`, defaultMessage: id });';
    await expect(fatalOf(glued, 'ru', RUSSIAN)).rejects.toThrow('needs its id and its words written out');
  });
});

describe('the catalogues of Offprint', () => {
  it('fit the sources', async () => {
    const { fatal, english } = await checkCatalogues();
    expect(fatal).toEqual([]);
    expect(english.get('command.app.settings')?.english).toBe('Settings…');
  });

  it('are those of the languages to choose from', async () => {
    const { translated, complete } = await languages();
    expect(['en', ...translated].sort()).toEqual(LANGUAGES.map(({ id }) => id).sort());
    expect(complete.filter((language) => !translated.includes(language))).toEqual([]);
  });
});
