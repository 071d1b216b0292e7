import { IntlMessageFormat } from 'intl-messageformat';

/** Element types of the parser of intl-messageformat. */
const TYPE = { literal: 0, argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, pound: 7, tag: 8 };
/** Categories that CLDR has for numbers of a million only; without them "other" is said. */
const OPTIONAL = { fr: ['many'], es: ['many'] };

const parse = (message) => new IntlMessageFormat(message, 'en').getAst();

/** What a message takes: each argument by name, with the ways it is used. */
function argumentsOf(elements, found = new Map()) {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    const use = found.get(element.value) ?? { types: new Set(), plurals: [], selects: [] };
    found.set(element.value, use);
    use.types.add(element.type);
    if (element.type === TYPE.plural) {
      const options = Object.keys(element.options);
      use.plurals.push({ ordinal: element.pluralType === 'ordinal', options });
    }
    if (element.type === TYPE.select) use.selects.push(Object.keys(element.options).sort().join(', '));
    for (const option of Object.values(element.options ?? {})) argumentsOf(option.value, found);
    if (element.type === TYPE.tag) argumentsOf(element.children, found);
  }
  return found;
}

/** Why a message of the sources cannot be read, or null. */
export function mistakeIn(english) {
  try {
    parse(english);
    return null;
  } catch (error) {
    return `not a message: ${error.message}`;
  }
}

/** What is wrong with a translation, as sentences; none = it fits its English. `language` is a BCP 47 tag. */
export function mistakesOf(english, translation, language) {
  if (typeof translation !== 'string' || translation.trim() === '') return ['it is empty'];
  let own;
  try {
    own = argumentsOf(parse(translation));
  } catch (error) {
    return [`not a message: ${error.message}`];
  }
  const wanted = argumentsOf(parse(english));
  const mistakes = [];
  if (translation.trim() !== translation && english.trim() === english) mistakes.push('it begins or ends with a space');
  for (const name of wanted.keys()) if (!own.has(name)) mistakes.push(`{${name}} is missing`);
  for (const name of own.keys()) if (!wanted.has(name)) mistakes.push(`{${name}} is not in the English`);
  for (const [name, use] of own) {
    const theirs = wanted.get(name);
    if (theirs) mistakes.push(...usedDifferently(name, theirs, use, language));
  }
  return mistakes;
}

function usedDifferently(name, theirs, own, language) {
  const mistakes = [];
  const has = (use, type) => use.types.has(TYPE[type]);
  const said = theirs.plurals.flatMap(({ options }) => options);
  // The English "one" is the number 1 alone. Chinese and Japanese have no such form, and the Russian one is also 21's.
  const exact = new Set([...said.filter((option) => option.startsWith('=')), ...(said.includes('one') ? ['=1'] : [])]);
  for (const { ordinal, options } of own.plurals) {
    const { pluralCategories } = new Intl.PluralRules(language, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions();
    const missing = pluralCategories.filter((category) => !options.includes(category) && !OPTIONAL[language]?.includes(category));
    const foreign = options.filter((option) => (option.startsWith('=') ? !exact.has(option) : !pluralCategories.includes(option)));
    if (missing.length > 0) mistakes.push(`the plural of {${name}} needs ${missing.join(', ')}`);
    if (foreign.length > 0) mistakes.push(`the plural of {${name}} has ${foreign.join(', ')}, which is not said here`);
  }
  if (has(theirs, 'plural') && !has(own, 'plural') && new Intl.PluralRules(language).resolvedOptions().pluralCategories.length > 1) {
    mistakes.push(`{${name}} needs its plural`);
  }
  for (const type of ['select', 'date', 'time', 'tag']) {
    if (has(theirs, type) !== has(own, type)) mistakes.push(`{${name}} is ${has(theirs, type) ? '' : 'not '}a ${type} in the English`);
  }
  const [choices] = theirs.selects;
  if (choices !== undefined && own.selects.some((options) => options !== choices)) mistakes.push(`{${name}} chooses among ${choices}`);
  return mistakes;
}
