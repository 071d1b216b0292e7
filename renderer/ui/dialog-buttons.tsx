import { defineMessages, useIntl } from 'react-intl';
import type { ReactNode } from 'react';
import { useBridge } from '../bridge/context.tsx';
import { Button } from './button.tsx';
import css from './dialog-buttons.module.css';

const text = defineMessages({ cancel: { id: 'ui.dialog.cancel', defaultMessage: 'Cancel' } });

export interface DialogButtonsProps {
  confirmLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
  isDisabled?: boolean;
  cancelLabel?: string;
  /** What cannot be undone: Cancel has the focus. */
  destructive?: boolean;
  /** Stands apart, on the other side. */
  extra?: ReactNode;
}

/** Confirm and Cancel in the order of the platform: confirm first on Windows, last elsewhere. */
export function DialogButtons({
  confirmLabel,
  onConfirm,
  onCancel,
  isDisabled = false,
  cancelLabel,
  destructive = false,
  extra,
}: DialogButtonsProps): ReactNode {
  const intl = useIntl();
  const { platform } = useBridge();
  const confirm = (
    <Button key="confirm" variant={destructive ? 'danger' : 'primary'} onPress={onConfirm} isDisabled={isDisabled}>
      {confirmLabel}
    </Button>
  );
  const cancel = (
    // Focus starts on the harmless answer.
    <Button key="cancel" onPress={onCancel} autoFocus={destructive}>
      {cancelLabel ?? intl.formatMessage(text.cancel)}
    </Button>
  );
  return (
    <>
      <div className={css['extra']}>{extra}</div>
      {platform === 'win32' ? [confirm, cancel] : [cancel, confirm]}
    </>
  );
}
