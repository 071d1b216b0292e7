import { useCallback, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useUndo } from '../bridge/mutations.ts';
import { useUndoState } from '../bridge/queries.ts';
import { words } from '../i18n/words.ts';
import { useUiStore } from '../state/ui-store.ts';
import { ToastRegion } from '../ui/toast-region.tsx';

const text = words({ undo: { id: 'toast.undo', defaultMessage: 'Undo' } });

/** The message at the foot of the window. Its Undo shows only while Undo would take back exactly what it speaks of. */
export function Toasts(): ReactNode {
  const intl = useIntl();
  const toast = useUiStore((state) => state.toast);
  const undo = useUndo();
  const { undo: next } = useUndoState();
  const dismiss = useCallback(() => useUiStore.getState().dismissToast(), []);
  const toasts = toast ? [{ ...toast, action: toast.undo !== null && toast.undo === next ? intl.formatMessage(text.undo) : null }] : [];
  return (
    <ToastRegion
      toasts={toasts}
      onDismiss={dismiss}
      onAction={() => {
        dismiss();
        void undo('undo');
      }}
    />
  );
}
