import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { I18nProvider } from 'react-aria-components';

/** English for the words; dates and numbers in the English of this computer, where it names one. */
export function uiLocale(languages: readonly string[]): string {
  return languages.find((language) => /^en(-|$)/i.test(language)) ?? 'en';
}

/** Words, dates and numbers of everything below. Messages are declared beside the components that say them. */
export function Intl({ children }: { children: ReactNode }): ReactNode {
  const locale = uiLocale(navigator.languages);
  return (
    <IntlProvider locale={locale} defaultLocale={locale}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </IntlProvider>
  );
}
