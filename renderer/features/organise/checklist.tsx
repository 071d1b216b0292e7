import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Checkbox } from '../../ui/checkbox.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import css from './checklist.module.css';
import { text } from './messages.ts';
import type { Mark } from './states.ts';

interface Props {
  name: string;
  mark: Mark;
  count?: number;
  onChange: (mark: Mark) => void;
}

/** A name with its box. Some of several articles: the mixed state; one press gives it to all, the next takes it from all. */
export function CheckRow({ name, mark, count, onChange }: Props): ReactNode {
  const intl = useIntl();
  return (
    <Checkbox
      className={css['row']}
      isSelected={mark === 'all'}
      isIndeterminate={mark === 'some'}
      onChange={() => onChange(mark === 'all' ? 'none' : 'all')}
    >
      <span className={css['name']}>
        <bdi>{name}</bdi>
      </span>
      {mark === 'some' && <VisuallyHidden>, {intl.formatMessage(text.some)}</VisuallyHidden>}
      {count !== undefined && (
        <span className={css['count']} aria-hidden>
          {intl.formatNumber(count)}
        </span>
      )}
    </Checkbox>
  );
}
