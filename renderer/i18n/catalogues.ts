import type { Language } from '../../electron/contract/languages.ts';

/** The words of a language: message id → ICU message. */
export type Catalogue = Readonly<Record<string, string>>;

/** English is said where the messages are declared. */
export const ENGLISH: Catalogue = {};

/** Each catalogue is a file of its own, read when its language is first shown. */
const FILES = import.meta.glob<Catalogue>('../../assets/locales/??.json', { import: 'default' });

/** Reads a language's catalogue. Rejects where its file cannot be read. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  if (language === 'az') (await import('./azerbaijani.ts')).teachAzerbaijani();
  const load = FILES[`../../assets/locales/${language}.json`];
  return load === undefined ? ENGLISH : load();
}
