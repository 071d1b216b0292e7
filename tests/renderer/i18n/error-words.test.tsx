import { act, render, screen } from '@testing-library/react';
import { createIntl, IntlProvider } from 'react-intl';
import { afterEach, expect, it } from 'vitest';
import type { CallError } from '../../../electron/contract/errors.ts';
import { BridgeError, sentenceOf } from '../../../renderer/bridge/types.ts';
import { RememberIntl } from '../../../renderer/i18n/current.tsx';
import { errorSentence } from '../../../renderer/i18n/error-words.ts';

const GERMAN = {
  'error.timed-out': '„{host}“ hat zu lange nicht geantwortet.',
  'error.http.gone': '„{host}“ hat keine Seite unter dieser Adresse ({status}).',
  'error.cancelled': 'Es wurde vorher abgebrochen.',
  'error.internal': 'In Offprint ist etwas schiefgegangen.',
};
const german = createIntl({ locale: 'de', defaultLocale: 'de', messages: GERMAN });
const english = createIntl({ locale: 'en-GB', defaultLocale: 'en-GB', messages: {} });

const error = (code: CallError['code'], details: CallError['details'] = {}): CallError => ({
  code,
  message: 'The core’s own sentence.',
  details,
  retryable: false,
});

afterEach(() => {
  act(() => void render(<Window locale="en" messages={{}} />));
});

function Window({ locale, messages }: { locale: string; messages: Record<string, string> }) {
  return (
    <IntlProvider locale={locale} defaultLocale={locale} messages={messages}>
      <RememberIntl />
      <p>shown</p>
    </IntlProvider>
  );
}

it('says an error by its code and details in the language of the window', () => {
  expect(errorSentence(german, error('timed-out', { host: 'example.org' }))).toBe('„example.org“ hat zu lange nicht geantwortet.');
  expect(errorSentence(german, error('http-error', { host: 'example.org', status: 404 }))).toBe(
    '„example.org“ hat keine Seite unter dieser Adresse (404).',
  );
  expect(errorSentence(german, error('cancelled'))).toBe('Es wurde vorher abgebrochen.');
});

it('says the core’s sentence where the code alone says too little, and in English, which it is in', () => {
  expect(errorSentence(german, error('invalid-input'))).toBe('The core’s own sentence.');
  expect(errorSentence(german, error('timed-out'))).toBe('The core’s own sentence.');
  expect(errorSentence(english, error('cancelled'))).toBe('The core’s own sentence.');
});

it('says what was thrown in the language that the window has now', () => {
  render(<Window locale="de" messages={GERMAN} />);
  expect(screen.getByText('shown')).toBeTruthy();
  expect(sentenceOf(new BridgeError(error('cancelled')))).toBe('Es wurde vorher abgebrochen.');
  expect(sentenceOf(new Error('x is undefined'))).toBe('In Offprint ist etwas schiefgegangen.');
});
