import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Group } from 'react-aria-components';
import { defineMessages, useIntl } from 'react-intl';
import { WithTooltip } from '../../ui/tooltip.tsx';
import css from './text-size-control.module.css';
import { LARGEST, SMALLEST, USUAL } from './text-size.ts';

const text = defineMessages({
  group: { id: 'reader.size', defaultMessage: 'Text size' },
  smaller: { id: 'reader.size.smaller', defaultMessage: 'Smaller text' },
  larger: { id: 'reader.size.larger', defaultMessage: 'Larger text' },
  reset: { id: 'reader.size.reset', defaultMessage: 'Reset text size' },
});
const said = defineMessages<{ value: { size: number } }>({ value: { id: 'reader.size.value', defaultMessage: '{size, number} px' } });

/** `−  18 px  +  ↺`, as readers of news sites know it. Sizes in CSS pixels. */
export function TextSizeControl({ size, onChange }: { size: number; onChange: (change: 1 | -1 | 0) => void }): ReactNode {
  const intl = useIntl();
  return (
    <Group aria-label={intl.formatMessage(text.group)} className={css['group'] ?? ''}>
      <WithTooltip text={intl.formatMessage(text.smaller)} command="reader.smaller">
        <Button
          className={css['button'] ?? ''}
          aria-label={intl.formatMessage(text.smaller)}
          isDisabled={size <= SMALLEST}
          onPress={() => onChange(-1)}
        >
          −
        </Button>
      </WithTooltip>
      <output className={css['size']}>{intl.formatMessage(said.value, { size })}</output>
      <WithTooltip text={intl.formatMessage(text.larger)} command="reader.larger">
        <Button
          className={css['button'] ?? ''}
          aria-label={intl.formatMessage(text.larger)}
          isDisabled={size >= LARGEST}
          onPress={() => onChange(1)}
        >
          +
        </Button>
      </WithTooltip>
      <WithTooltip text={intl.formatMessage(text.reset)} command="reader.resetSize">
        <Button
          className={css['button'] ?? ''}
          aria-label={intl.formatMessage(text.reset)}
          isDisabled={size === USUAL}
          onPress={() => onChange(0)}
        >
          <RotateCcw aria-hidden />
        </Button>
      </WithTooltip>
    </Group>
  );
}
