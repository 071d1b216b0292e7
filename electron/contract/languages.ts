/** The languages of the window, each by its own name. English is in the sources; the others are catalogues in assets/locales. */
export const LANGUAGES = [
  { id: 'en', name: 'English', locale: 'en' },
  { id: 'az', name: 'Azərbaycanca', locale: 'az' },
  { id: 'de', name: 'Deutsch', locale: 'de' },
  { id: 'es', name: 'Español', locale: 'es' },
  { id: 'fr', name: 'Français', locale: 'fr' },
  { id: 'tr', name: 'Türkçe', locale: 'tr' },
  { id: 'ru', name: 'Русский', locale: 'ru' },
  { id: 'ar', name: 'العربية', locale: 'ar' },
  { id: 'zh', name: '简体中文', locale: 'zh-Hans' },
  { id: 'ja', name: '日本語', locale: 'ja' },
] as const;

export type Language = (typeof LANGUAGES)[number]['id'];
export type LanguageSetting = Language | 'system';

const DEFAULT: Language = 'en';

/** Language and script of a BCP 47 tag (`zh-CN` → `zh-Hans`); null for what is no such tag. */
function spoken(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script ?? ''}`;
  } catch {
    return null;
  }
}

const localeOf = (language: Language): string => LANGUAGES.find(({ id }) => id === language)?.locale ?? DEFAULT;

/** The language to show for a setting. `preferred` = the person's languages (BCP 47), best first; English where none of them is here. */
export function languageFor(setting: LanguageSetting, preferred: readonly string[]): Language {
  if (setting !== 'system') return setting;
  for (const tag of preferred) {
    const found = LANGUAGES.find(({ locale }) => spoken(locale) === spoken(tag));
    if (found) return found.id;
  }
  return DEFAULT;
}

/** How dates, numbers and names are written and sorted in a language: as the person's own region does (`en-GB`), where they named one. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  const locale = localeOf(language);
  return preferred.find((tag) => spoken(tag) === spoken(locale)) ?? locale;
}

export const isRightToLeft = (language: Language): boolean => language === 'ar';
