import { X } from 'lucide-react';
import { useIntl, defineMessages } from 'react-intl';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

const text = defineMessages({ close: { id: 'ui.dialog.close', defaultMessage: 'Close' } });

export interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Escape, the backdrop, the close button, Cancel. */
  onClose: () => void;
  size?: 'sm' | 'md' | 'lg';
  /** `alertdialog` for a question that must be answered; it has no close button and ignores clicks outside. */
  role?: 'dialog' | 'alertdialog';
  /** Usually `DialogButtons`. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A modal dialog. Focus goes to the first field (or to what has `autoFocus`) and comes back when it closes. */
export function Dialog({ title, isOpen, onClose, size = 'md', role = 'dialog', footer, children }: DialogProps): ReactNode {
  const intl = useIntl();
  const alert = role === 'alertdialog';
  return (
    <ModalOverlay
      className={css['overlay'] ?? ''}
      isOpen={isOpen}
      isDismissable={!alert}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={cx(css['modal'], css[size])}>
        <AriaDialog role={role} className={css['dialog'] ?? ''}>
          <header className={css['header']}>
            <Heading slot="title" level={2} className={css['title'] ?? ''}>
              {title}
            </Heading>
            {!alert && (
              <IconButton size="sm" label={intl.formatMessage(text.close)} icon={<X aria-hidden />} onPress={onClose} excludeFromTabOrder />
            )}
          </header>
          <div className={css['body']}>{children}</div>
          {footer != null && <footer className={css['footer']}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
