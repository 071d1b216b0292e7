import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSetSettings, useSettings } from '../../bridge/queries.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Slider } from '../../ui/slider.tsx';
import { text } from './messages.ts';
import css from './settings.module.css';

export function ReadingTab(): ReactNode {
  const intl = useIntl();
  const { fontFamily, fontSize, lineHeight, measure, justify, markReadOnOpen, keepSearches } = useSettings();
  const { mutate: set } = useSetSettings();
  const say = intl.formatMessage;
  return (
    <>
      <Segmented
        label={say(text.font)}
        value={fontFamily}
        options={[
          { value: 'serif', label: say(text.fontSerif), style: { fontFamily: 'var(--font-serif)' } },
          { value: 'sans', label: say(text.fontSans), style: { fontFamily: 'var(--font-sans)' } },
          { value: 'mono', label: say(text.fontMono), style: { fontFamily: 'var(--font-mono)' } },
          { value: 'dyslexia', label: say(text.fontDyslexia), style: { fontFamily: 'var(--font-dyslexia)' } },
        ]}
        onChange={(value) => set({ fontFamily: value })}
      />
      {fontFamily === 'dyslexia' && <p className={css['note']}>{say(text.fontNote)}</p>}
      <Slider
        label={say(text.fontSize)}
        value={fontSize}
        min={12}
        max={32}
        step={1}
        valueText={say(text.pixels, { value: fontSize })}
        onChange={(value) => set({ fontSize: value })}
      />
      <Slider
        label={say(text.lineHeight)}
        value={lineHeight}
        min={1.3}
        max={2.2}
        step={0.05}
        valueText={say(text.times, { value: lineHeight })}
        onChange={(value) => set({ lineHeight: Math.round(value * 100) / 100 })}
      />
      <Slider
        label={say(text.measure)}
        value={measure}
        min={45}
        max={80}
        step={1}
        valueText={say(text.characters, { value: measure })}
        onChange={(value) => set({ measure: value })}
      />
      <Checkbox isSelected={justify} onChange={(value) => set({ justify: value })}>
        {say(text.justify)}
      </Checkbox>
      <Checkbox isSelected={markReadOnOpen} onChange={(value) => set({ markReadOnOpen: value })}>
        {say(text.markRead)}
      </Checkbox>
      <Checkbox
        isSelected={keepSearches}
        onChange={(value) => set(value ? { keepSearches: true } : { keepSearches: false, recentSearches: [] })}
      >
        {say(text.keepSearches)}
      </Checkbox>
    </>
  );
}
