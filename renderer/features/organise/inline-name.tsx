import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './checklist.module.css';
import { text } from './messages.ts';

/** A name typed in place. Enter makes it, Escape gives up without closing the dialog. */
export function InlineName({ onCreate, onCancel }: { onCreate: (name: string) => Promise<void>; onCancel: () => void }): ReactNode {
  const intl = useIntl();
  const [name, setName] = useState('');
  const create = (): void => {
    if (name.trim() !== '') void onCreate(name.trim());
  };
  return (
    <div
      className={css['inline']}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') create();
        else if (event.key === 'Escape') onCancel();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <TextField autoFocus hideLabel label={intl.formatMessage(text.newName)} value={name} onChange={setName} />
      <Button size="sm" isDisabled={name.trim() === ''} onPress={create}>
        {intl.formatMessage(text.create)}
      </Button>
    </div>
  );
}
