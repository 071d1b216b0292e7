import { CircleAlert, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import css from './toast-region.module.css';

const text = defineMessages({
  region: { id: 'ui.toasts', defaultMessage: 'Messages' },
  dismiss: { id: 'ui.toast.dismiss', defaultMessage: 'Dismiss' },
});

/** Milliseconds a message stays; errors stay until they are dismissed. */
const STAYS_MS = 8000;

export interface ToastItem {
  readonly id: string | number;
  readonly tone: 'info' | 'error';
  readonly message: string;
  /** Label of the one action, e.g. "Undo"; null for none. */
  readonly action: string | null;
}

export interface ToastRegionProps {
  toasts: readonly ToastItem[];
  onAction: (id: ToastItem['id']) => void;
  onDismiss: (id: ToastItem['id']) => void;
}

/** Messages at the foot of the window. Time stands still while the pointer or the focus is on them. */
export function ToastRegion({ toasts, onAction, onDismiss }: ToastRegionProps): ReactNode {
  const intl = useIntl();
  const [held, setHeld] = useState(false);
  return (
    <div
      role="region"
      aria-label={intl.formatMessage(text.region)}
      className={css['region']}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div role="status" aria-live="polite" className={css['list']}>
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} held={held} onAction={onAction} onDismiss={onDismiss} />
        ))}
      </div>
    </div>
  );
}

function Toast({ toast, held, onAction, onDismiss }: { toast: ToastItem; held: boolean } & Omit<ToastRegionProps, 'toasts'>): ReactNode {
  const intl = useIntl();
  useEffect(() => {
    if (held || toast.tone === 'error') return undefined;
    const timer = setTimeout(() => onDismiss(toast.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id, toast.tone, onDismiss]);
  return (
    <div className={cx(css['toast'], css[toast.tone])}>
      {toast.tone === 'error' && <CircleAlert aria-hidden className={css['icon']} />}
      <p className={css['message']}>{toast.message}</p>
      {toast.action !== null && (
        <Button size="sm" variant="quiet" onPress={() => onAction(toast.id)}>
          {toast.action}
        </Button>
      )}
      <IconButton size="sm" label={intl.formatMessage(text.dismiss)} icon={<X aria-hidden />} onPress={() => onDismiss(toast.id)} />
    </div>
  );
}
