import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { I18nProvider } from 'react-aria-components';
import { isRightToLeft, languageFor, localeFor, type Language } from '../../electron/contract/languages.ts';
import { useSettings } from '../bridge/queries.ts';
import { RememberIntl } from './current.tsx';
import { ENGLISH, loadCatalogue, type Catalogue } from './catalogues.ts';

interface Shown {
  readonly language: Language;
  readonly catalogue: Catalogue;
}

/** The person's languages, best first; follows the system. */
function usePreferred(): readonly string[] {
  // Compared as text: some browsers make the list anew each time it is asked for.
  const languages = useSyncExternalStore(
    (listener) => {
      addEventListener('languagechange', listener);
      return () => removeEventListener('languagechange', listener);
    },
    () => navigator.languages.join(','),
  );
  return useMemo(() => languages.split(','), [languages]);
}

/** The language that is shown: the wanted one as soon as its catalogue is here, until then the one before; null before the first. */
function useShown(wanted: Language): Shown | null {
  const [shown, setShown] = useState<Shown | null>(wanted === 'en' ? { language: 'en', catalogue: ENGLISH } : null);
  useEffect(() => {
    let left = false;
    loadCatalogue(wanted).then(
      (catalogue) => {
        if (!left) setShown((before) => (before?.language === wanted ? before : { language: wanted, catalogue }));
      },
      // A file of the program that cannot be read: better the words that are there than none.
      () => {
        if (!left) setShown((before) => before ?? { language: 'en', catalogue: ENGLISH });
      },
    );
    return () => {
      left = true;
    };
  }, [wanted]);
  return shown;
}

/** Words, dates and numbers of everything below, in the language of the settings; it changes while the window is open. */
export function Intl({ children }: { children: ReactNode }): ReactNode {
  const preferred = usePreferred();
  const shown = useShown(languageFor(useSettings().language, preferred));
  const language = shown?.language ?? 'en';
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.lang = localeFor(language, preferred);
    page.dir = isRightToLeft(language) ? 'rtl' : 'ltr';
  }, [language, preferred]);
  if (shown === null) return null;
  const locale = localeFor(language, preferred);
  return (
    // What a catalogue misses is said in English; scripts/i18n.mjs sees to it that a complete one misses nothing.
    <IntlProvider locale={locale} defaultLocale={locale} messages={shown.catalogue}>
      <RememberIntl />
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </IntlProvider>
  );
}
