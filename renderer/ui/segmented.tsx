import type { CSSProperties, ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { cx } from './cx.ts';
import field from './text-field.module.css';
import css from './segmented.module.css';

export interface SegmentedProps<T extends string> {
  label: string;
  hideLabel?: boolean;
  value: T;
  options: readonly { value: T; label: string; style?: CSSProperties; swatch?: ReactNode }[];
  onChange: (value: T) => void;
}

/** One of a few, all in view: a radio group in a row. */
export function Segmented<T extends string>({ label, hideLabel = false, value, options, onChange }: SegmentedProps<T>): ReactNode {
  return (
    <RadioGroup
      className={field['field'] ?? ''}
      orientation="horizontal"
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className={cx(field['label'], hideLabel && field['hidden'])}>{label}</Label>
      <div className={css['row']}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={css['option'] ?? ''}>
            {option.swatch}
            <span style={option.style}>{option.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
