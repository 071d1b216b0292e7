import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../contract/languages.ts';

/** A message in English, and the id it has in the catalogues. */
export interface Message {
  readonly id: string;
  readonly defaultMessage: string;
}

/** Message id → ICU message. */
export type Catalogue = Readonly<Record<string, string>>;

/** Says messages in one language; what its catalogue misses, in English. */
export interface Words {
  readonly language: Language;
  say(message: Message, values?: Readonly<Record<string, string>>): string;
}

export const NO_WORDS: Catalogue = {};

export function wordsOf(language: Language, catalogue: Catalogue): Words {
  return {
    language,
    say: ({ id, defaultMessage }, values = {}) => {
      const own = catalogue[id];
      // A message that cannot be formatted must not cost the menu.
      return (own === undefined ? null : formatted(own, language, values)) ?? formatted(defaultMessage, 'en', values) ?? defaultMessage;
    },
  };
}

function formatted(message: string, language: string, values: Readonly<Record<string, string>>): string | null {
  try {
    return String(new IntlMessageFormat(message, language).format(values));
  } catch {
    return null;
  }
}
