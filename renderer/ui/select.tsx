import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { cx } from './cx.ts';
import field from './text-field.module.css';
import list from './popover.module.css';
import css from './select.module.css';

export interface SelectProps<T extends string> {
  label: string;
  hideLabel?: boolean;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of a few. */
export function Select<T extends string>({ label, hideLabel = false, value, options, onChange }: SelectProps<T>): ReactNode {
  return (
    <AriaSelect
      className={field['field'] ?? ''}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className={cx(field['label'], hideLabel && field['hidden'])}>{label}</Label>
      <Button className={css['button'] ?? ''}>
        <SelectValue className={css['value'] ?? ''} />
        <ChevronDown aria-hidden />
      </Button>
      <Popover data-overlay="" className={list['popover'] ?? ''} offset={4}>
        <ListBox className={list['list'] ?? ''}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={list['item'] ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={list['itemText']}>{option.label}</span>
                  {isSelected && <Check aria-hidden />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
