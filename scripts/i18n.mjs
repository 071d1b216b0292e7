import { readFile, writeFile } from 'node:fs/promises';
import { checkCatalogues, languages, localeFile, readCatalogue } from './lib/catalogues.mjs';
import { mistakesOf } from './lib/icu.mjs';
import { extractMessages } from './lib/messages.mjs';
import { fail } from './lib/project.mjs';

/**
 * `npm run i18n`: compares the catalogues (assets/locales/<language>.json) with the words of the sources; fails on a mistake and on
 * anything missing in a language that is complete. Beside that, for who translates:
 *
 *   npm run i18n -- english [prefix]             every message in English, as JSON
 *   npm run i18n -- missing <language> [prefix]  what the language misses or does not fit, in English, as JSON
 *   npm run i18n -- merge <language> <file>      takes the messages of a JSON file in, if they fit their English
 *   npm run i18n -- tidy [language]              sorts the catalogue and leaves out what the sources no longer have
 */
const [command = 'check', ...rest] = process.argv.slice(2);
const json = (entries) => `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
const byId = ([a], [b]) => (a < b ? -1 : 1);
const startsWith =
  (prefix) =>
  ([id]) =>
    id.startsWith(prefix ?? '');

async function write(language, catalogue, english) {
  const known = [...catalogue].filter(([id]) => english.has(id)).sort(byId);
  await writeFile(localeFile(language), json(known));
}

const commands = {
  async check() {
    const { english, reports, fatal } = await checkCatalogues();
    for (const { language, complete, missing, unknown, wrong } of reports) {
      const parts = [
        `${english.size - missing.length} of ${english.size}`,
        ...(unknown.length > 0 ? [`${unknown.length} not in the sources`] : []),
        ...(wrong.length > 0 ? [`${wrong.length} wrong`] : []),
        ...(complete ? ['complete'] : []),
      ];
      process.stdout.write(`${language}  ${parts.join(', ')}\n`);
    }
    for (const { language, complete, wrong } of reports) {
      if (!complete) for (const line of wrong) process.stdout.write(`${language}: ${line}\n`);
    }
    if (fatal.length > 0) fail(fatal.join('\n'));
  },
  async english(prefix) {
    const english = await extractMessages();
    process.stdout.write(json([...english].map(([id, message]) => [id, message.english]).filter(startsWith(prefix))));
  },
  async missing(language, prefix) {
    const [english, catalogue] = await Promise.all([extractMessages(), readCatalogue(await known(language))]);
    const fits = (id, message) => catalogue.has(id) && mistakesOf(message.english, catalogue.get(id), language).length === 0;
    const missing = [...english].filter(([id, message]) => !fits(id, message)).map(([id, message]) => [id, message.english]);
    process.stdout.write(json(missing.filter(startsWith(prefix))));
  },
  async merge(language, file) {
    const [english, catalogue] = await Promise.all([extractMessages(), readCatalogue(await known(language))]);
    if (file === undefined) fail('Which file? npm run i18n -- merge <language> <file>');
    const fresh = Object.entries(JSON.parse(await readFile(file, 'utf8')));
    const refused = fresh.flatMap(([id, text]) => {
      if (!english.has(id)) return [`${id}: not in the sources`];
      return mistakesOf(english.get(id).english, text, language).map((mistake) => `${id}: ${mistake}`);
    });
    const wrong = new Set(refused.map((line) => line.slice(0, line.indexOf(': '))));
    const fitting = fresh.filter(([id]) => !wrong.has(id));
    await write(language, new Map([...catalogue, ...fitting]), english);
    process.stdout.write(`${fitting.length} taken in\n`);
    if (refused.length > 0) fail(`Left out:\n${refused.join('\n')}`);
  },
  async tidy(language) {
    const english = await extractMessages();
    const which = language === undefined ? (await languages()).translated : [await known(language)];
    for (const one of which) await write(one, await readCatalogue(one), english);
  },
};

async function known(language) {
  const { translated } = await languages();
  if (!translated.includes(language)) fail(`Which language? One of ${translated.join(', ')}.`);
  return language;
}

const run = Object.hasOwn(commands, command) ? commands[command] : null;
if (run === null) fail(`There is no "${command}": ${Object.keys(commands).join(', ')}.`);
await run(...rest).catch((error) => fail(error.message));
