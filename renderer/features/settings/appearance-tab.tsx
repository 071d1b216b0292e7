import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSetSettings, useSettings } from '../../bridge/queries.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { LanguageField } from './language-field.tsx';
import { text } from './messages.ts';

export function AppearanceTab(): ReactNode {
  const intl = useIntl();
  const { theme, density } = useSettings();
  const { mutate: set } = useSetSettings();
  const say = intl.formatMessage;
  return (
    <>
      <LanguageField />
      <Segmented
        label={say(text.theme)}
        value={theme}
        options={[
          { value: 'system', label: say(text.themeSystem) },
          { value: 'light', label: say(text.themeLight) },
          { value: 'sepia', label: say(text.themeSepia) },
          { value: 'dark', label: say(text.themeDark) },
          { value: 'black', label: say(text.themeBlack) },
        ]}
        onChange={(value) => set({ theme: value })}
      />
      <Segmented
        label={say(text.density)}
        value={density}
        options={[
          { value: 'compact', label: say(text.compact) },
          { value: 'comfortable', label: say(text.comfortable) },
          { value: 'cards', label: say(text.cards) },
        ]}
        onChange={(value) => set({ density: value })}
      />
    </>
  );
}
