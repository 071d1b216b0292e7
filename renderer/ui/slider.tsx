import type { ReactNode } from 'react';
import { Label, Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import css from './slider.module.css';

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value in words, e.g. "66 characters". */
  valueText: string;
  onChange: (value: number) => void;
}

export function Slider({ label, value, min, max, step, valueText, onChange }: Props): ReactNode {
  return (
    <AriaSlider className={css['slider'] ?? ''} value={value} minValue={min} maxValue={max} step={step} onChange={(next) => onChange(next)}>
      <Label className={css['label'] ?? ''}>{label}</Label>
      <SliderOutput className={css['output'] ?? ''}>{valueText}</SliderOutput>
      <SliderTrack className={css['track'] ?? ''}>
        {({ state }) => (
          <>
            <span className={css['fill']} style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={css['thumb'] ?? ''} />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
