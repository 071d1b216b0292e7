import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { text } from './messages.ts';
import css from './shortcuts.module.css';

/** Takes all of the person's own keys back. It asks first: there is no Undo for settings. */
export function PutAllBack({ count, onConfirm }: { count: number; onConfirm: () => void }): ReactNode {
  const { formatMessage: say } = useIntl();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <div>
        <Button onPress={() => setAsking(true)}>{say(text.putAllBack)}</Button>
      </div>
    );
  }
  return (
    <div className={css['question']} role="group" aria-labelledby="put-all-back">
      <p id="put-all-back">{say(text.putAllBackSure, { count })}</p>
      <div className={css['actions']}>
        <Button size="sm" autoFocus onPress={() => setAsking(false)}>
          {say(text.cancel)}
        </Button>
        <Button size="sm" variant="danger" onPress={onConfirm}>
          {say(text.putAllBackConfirm)}
        </Button>
      </div>
    </div>
  );
}
