import type { ReactNode } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './progress-bar.module.css';

/** A thin line. `value` is 0–1, or null where the end cannot be known. */
export function ProgressBar({
  label,
  value,
  className,
}: {
  label: string;
  value: number | null;
  className?: string | undefined;
}): ReactNode {
  return (
    <AriaProgressBar
      aria-label={label}
      minValue={0}
      maxValue={1}
      value={value ?? 0}
      isIndeterminate={value === null}
      className={cx(css['bar'], className)}
    >
      {({ percentage, isIndeterminate }) => (
        <span
          className={cx(css['fill'], isIndeterminate && css['unknown'])}
          style={isIndeterminate ? {} : { inlineSize: `${percentage ?? 0}%` }}
        />
      )}
    </AriaProgressBar>
  );
}
