import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { DialogButtons } from './dialog-buttons.tsx';

interface Props {
  title: string;
  isOpen: boolean;
  confirmLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
  /** What will happen, in plain words. */
  children: ReactNode;
}

/** Asks before something that cannot be undone. Cancel has the focus, and Escape cancels. */
export function ConfirmDialog({ title, isOpen, confirmLabel, onConfirm, onCancel, children }: Props): ReactNode {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onCancel}
      size="sm"
      role="alertdialog"
      footer={<DialogButtons destructive confirmLabel={confirmLabel} onConfirm={onConfirm} onCancel={onCancel} />}
    >
      {children}
    </Dialog>
  );
}
