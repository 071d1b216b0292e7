import { Type } from 'lucide-react';
import type { ReactNode } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { defineMessages, useIntl } from 'react-intl';
import type { Settings } from '../../../electron/contract/settings.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Slider } from '../../ui/slider.tsx';
import css from './typography-popover.module.css';
import type { LookControl } from './use-look.ts';

const text = defineMessages({
  open: { id: 'reader.look', defaultMessage: 'Theme and text' },
  theme: { id: 'reader.look.theme', defaultMessage: 'Theme' },
  system: { id: 'reader.look.system', defaultMessage: 'System' },
  light: { id: 'reader.look.light', defaultMessage: 'Light' },
  sepia: { id: 'reader.look.sepia', defaultMessage: 'Sepia' },
  dark: { id: 'reader.look.dark', defaultMessage: 'Dark' },
  black: { id: 'reader.look.black', defaultMessage: 'Black' },
  font: { id: 'reader.look.font', defaultMessage: 'Font' },
  serif: { id: 'reader.look.serif', defaultMessage: 'Serif' },
  sans: { id: 'reader.look.sans', defaultMessage: 'Sans' },
  mono: { id: 'reader.look.mono', defaultMessage: 'Mono' },
  dyslexia: { id: 'reader.look.dyslexia', defaultMessage: 'Dyslexia' },
  lineHeight: { id: 'reader.look.lineHeight', defaultMessage: 'Line height' },
  measure: { id: 'reader.look.measure', defaultMessage: 'Line length' },
  justify: { id: 'reader.look.justify', defaultMessage: 'Lines of equal length' },
  own: { id: 'reader.look.own', defaultMessage: 'Text settings for this article only' },
});
const said = defineMessages<{ characters: { count: number } }>({
  characters: { id: 'reader.look.characters', defaultMessage: '{count, number} characters' },
});

const THEMES = ['system', 'light', 'sepia', 'dark', 'black'] as const;
const FONTS = ['serif', 'sans', 'mono', 'dyslexia'] as const;

interface Props {
  /** As they count for the open article. */
  settings: Settings;
  look: LookControl;
}

/** The look of the text, changed while one sees it. */
export function TypographyPopover({ settings, look }: Props): ReactNode {
  const intl = useIntl();
  const onChange = look.change;
  const label = intl.formatMessage(text.open);
  return (
    <DialogTrigger>
      <IconButton label={label} icon={<Type aria-hidden />} />
      <Popover label={label} placement="bottom end">
        <div className={css['panel']}>
          <Segmented
            label={intl.formatMessage(text.theme)}
            value={settings.theme}
            onChange={(theme) => onChange({ theme })}
            options={THEMES.map((value) => ({ value, label: intl.formatMessage(text[value]) }))}
          />
          <Segmented
            label={intl.formatMessage(text.font)}
            value={settings.fontFamily}
            onChange={(fontFamily) => onChange({ fontFamily })}
            options={FONTS.map((value) => ({
              value,
              label: intl.formatMessage(text[value]),
              style: { fontFamily: `var(--font-${value})` },
            }))}
          />
          <Slider
            label={intl.formatMessage(text.lineHeight)}
            value={settings.lineHeight}
            min={1.3}
            max={2.2}
            step={0.05}
            valueText={intl.formatNumber(settings.lineHeight, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
            onChange={(lineHeight) => onChange({ lineHeight: Math.round(lineHeight * 100) / 100 })}
          />
          <Slider
            label={intl.formatMessage(text.measure)}
            value={settings.measure}
            min={45}
            max={80}
            step={1}
            valueText={intl.formatMessage(said.characters, { count: settings.measure })}
            onChange={(measure) => onChange({ measure })}
          />
          <Checkbox isSelected={settings.justify} onChange={(justify) => onChange({ justify })}>
            {intl.formatMessage(text.justify)}
          </Checkbox>
          <Checkbox isSelected={look.own} onChange={look.setOwn}>
            {intl.formatMessage(text.own)}
          </Checkbox>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
