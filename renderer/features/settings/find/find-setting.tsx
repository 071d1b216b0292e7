import type { ReactNode } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { words } from '../../../i18n/words.ts';
import { foldName } from '../../../ui/name-completion.ts';
import { TextField } from '../../../ui/text-field.tsx';
import css from './find-setting.module.css';
import { SETTINGS, type Setting } from './settings-index.ts';

const text = words({
  find: { id: 'settings.find', defaultMessage: 'Find a setting' },
  found: { id: 'settings.found', defaultMessage: '{count, plural, =0 {No setting has these words} one {# setting} other {# settings}}' },
});

/** The settings whose words hold every word that was typed: those that are called so first. */
export function findSettings(intl: IntlShape, typed: string): Setting[] {
  const wanted = foldName(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const say = (message: Setting['label']): string => foldName(intl.formatMessage(message));
  const fits = (words: string): boolean => wanted.every((word) => words.includes(word));
  const found = SETTINGS.map((setting) => ({
    setting,
    name: say(setting.label),
    all: [setting.label, ...setting.also].map(say).join(' '),
  }));
  return [...found.filter(({ name }) => fits(name)), ...found.filter(({ name, all }) => !fits(name) && fits(all))].map(
    ({ setting }) => setting,
  );
}

/** One field over all pages of the settings; what is found leads to its place. */
export function FindSetting({
  typed,
  onType,
  onChoose,
  pageName,
}: {
  typed: string;
  onType: (typed: string) => void;
  onChoose: (setting: Setting) => void;
  pageName: (setting: Setting) => string;
}): ReactNode {
  const intl = useIntl();
  const found = findSettings(intl, typed);
  const [first] = found;
  return (
    <div className={css['find']}>
      <TextField
        label={intl.formatMessage(text.find)}
        hideLabel
        placeholder={intl.formatMessage(text.find)}
        value={typed}
        onChange={onType}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && first) onChoose(first);
          else if (event.key === 'Escape' && typed !== '') {
            // Out one level: the words first, the dialog next.
            event.preventDefault();
            onType('');
          }
        }}
      />
      {typed.trim() !== '' && (
        <>
          <p role="status" className={css['count']}>
            {intl.formatMessage(text.found, { count: found.length })}
          </p>
          <ul className={css['results']} aria-label={intl.formatMessage(text.find)}>
            {found.map((setting) => (
              <li key={setting.label.id}>
                <button type="button" className={css['result']} onClick={() => onChoose(setting)}>
                  <span>{intl.formatMessage(setting.label)}</span>
                  <span className={css['page']}>{pageName(setting)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
