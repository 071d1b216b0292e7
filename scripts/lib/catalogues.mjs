import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractMessages } from './messages.mjs';
import { mistakeIn, mistakesOf } from './icu.mjs';
import { ROOT } from './project.mjs';

export const localeFile = (language, root = ROOT) => join(root, 'assets/locales', `${language}.json`);

/** The languages beside English, as assets/locales/languages.json lists them; `complete` ones may miss nothing. */
export async function languages(root = ROOT) {
  return JSON.parse(await readFile(join(root, 'assets/locales/languages.json'), 'utf8'));
}

/** A catalogue (id → message); a sentence for what is no such thing. */
export async function readCatalogue(language, root = ROOT) {
  const file = localeFile(language, root);
  const text = await readFile(file, 'utf8');
  let twice;
  try {
    const keys = new Set();
    const parsed = JSON.parse(text);
    for (const [, key] of text.matchAll(/^\s*"((?:[^"\\]|\\.)+)"\s*:/gm)) {
      if (keys.has(key)) twice ??= key;
      keys.add(key);
    }
    if (twice !== undefined) throw new Error(`${twice} stands in it twice`);
    return new Map(Object.entries(parsed));
  } catch (error) {
    throw new Error(`assets/locales/${language}.json: ${error.message}`, { cause: error });
  }
}

/**
 * Compares every catalogue with the sources. `messages` from extractMessages; for each language the ids it misses, those that the sources
 * do not have, and what does not fit (`id: sentence`; `unfit` has the ids alone). `fatal` has what must not be built: whatever is wrong with the
 * English or a complete language. A language that is still being translated says in English what does not fit, as it does what it misses:
 * an English sentence may change any day.
 */
export async function checkCatalogues({ root = ROOT, messages } = {}) {
  const english = messages ?? (await extractMessages(root));
  const { complete, translated } = await languages(root);
  const fatal = [];
  for (const [id, { english: text, at }] of english) {
    const mistake = mistakeIn(text);
    if (mistake !== null) fatal.push(`${at}: ${id}: ${mistake}`);
  }
  if (fatal.length > 0) return { english, reports: [], fatal };
  const reports = [];
  for (const language of translated) {
    const catalogue = await readCatalogue(language, root);
    const missing = [...english.keys()].filter((id) => !catalogue.has(id));
    const unknown = [...catalogue.keys()].filter((id) => !english.has(id));
    const unfit = [];
    const wrong = [...catalogue].flatMap(([id, text]) => {
      const mistakes = english.has(id) ? mistakesOf(english.get(id).english, text, language) : [];
      if (mistakes.length > 0) unfit.push(id);
      return mistakes.map((mistake) => `${id}: ${mistake}`);
    });
    const isComplete = complete.includes(language);
    const say = (line) => fatal.push(`${language}: ${line}`);
    if (isComplete) {
      for (const line of wrong) say(line);
      for (const id of missing) say(`${id} is missing`);
      for (const id of unknown) say(`${id} is not in the sources`);
    }
    reports.push({ language, complete: isComplete, missing, unknown, wrong, unfit });
  }
  return { english, reports, fatal };
}

/**
 * For the build: refuses to go on with a complete language that would show a person the wrong words, or none, and leaves out of the others
 * what does not fit. The desktop's own words (menus, native dialogs) lie beside its bundle, desktop/locales/<language>.json.
 */
export function cataloguesPlugin() {
  let fits = null;
  return {
    name: 'offprint-catalogues',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client' || name === 'desktop_main',
    async buildStart() {
      const { fatal, reports } = await checkCatalogues();
      if (fatal.length > 0) this.error(`The words of the window are not whole (npm run i18n):\n${fatal.join('\n')}`);
      fits = new Map(reports.map(({ language, unfit }) => [language, (id) => !unfit.includes(id)]));
    },
    transform(code, file) {
      const [, language] = /\/assets\/locales\/(\w+)\.json$/.exec(file) ?? [];
      if (!fits?.has(language)) return null;
      return { code: only(Object.entries(JSON.parse(code)), fits.get(language)), map: null };
    },
    async generateBundle() {
      if (this.environment.name !== 'desktop_main') return;
      for (const [language, fit] of fits) {
        const source = only(await readCatalogue(language), (id) => DESKTOP.test(id) && fit(id));
        this.emitFile({ type: 'asset', fileName: `desktop/locales/${language}.json`, source });
      }
    },
  };
}

/** Ids of what the desktop's process says itself. */
const DESKTOP = /^(?:command|menu|desktop)\./;

const only = (entries, wanted) => JSON.stringify(Object.fromEntries([...entries].filter(([id]) => wanted(id))));
