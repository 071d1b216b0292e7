import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import css from './checkbox.module.css';
import { cx } from './cx.ts';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  children: ReactNode;
  className?: string | undefined;
}

/** A checkbox with its text. `isIndeterminate` is the mixed state over several articles. */
export function Checkbox({ children, className, ...props }: CheckboxProps): ReactNode {
  return (
    <AriaCheckbox {...props} className={cx(css['checkbox'], className)}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={css['box']} aria-hidden>
            {isIndeterminate ? <Minus /> : isSelected ? <Check /> : null}
          </span>
          <span className={css['text']}>{children}</span>
        </>
      )}
    </AriaCheckbox>
  );
}
