/** The languages of the window, as React Aria names its own words; Traditional Chinese for who chose Chinese on such a computer. */
const KEPT = new Set(['ar-AE', 'de-DE', 'en-US', 'es-ES', 'fr-FR', 'ja-JP', 'ru-RU', 'tr-TR', 'zh-CN', 'zh-TW']);
const WORDS = /[\\/]react-(?:aria|stately)(?:-components)?[\\/]dist[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.m?js$/;

/** Leaves out React Aria's words in languages that the window does not speak: it falls back to English by itself. */
export function ariaLocalesPlugin() {
  return {
    name: 'offprint-aria-locales',
    applyToEnvironment: (environment) => environment.name === 'client',
    load(id) {
      const locale = WORDS.exec(id.split('?')[0])?.[1];
      return locale === undefined || KEPT.has(locale) ? null : 'export default undefined;';
    },
  };
}
