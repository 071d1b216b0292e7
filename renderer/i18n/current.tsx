import { useLayoutEffect, type ReactNode } from 'react';
import { createIntl, useIntl, type IntlShape } from 'react-intl';

let current: IntlShape = createIntl({ locale: 'en', defaultLocale: 'en', messages: {} });

/** The language of the window, for what is said outside of any component: a call that failed. Components use `useIntl`. */
export const currentIntl = (): IntlShape => current;

/** Keeps `currentIntl` with the language that is shown. Draws nothing. */
export function RememberIntl(): ReactNode {
  const intl = useIntl();
  useLayoutEffect(() => {
    current = intl;
  }, [intl]);
  return null;
}
