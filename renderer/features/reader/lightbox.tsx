import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './lightbox.module.css';
import { text } from './messages.ts';

export interface OpenImage {
  src: string;
  alt: string;
}

/** An image as large as the window lets it be. A click or Escape closes it. */
export function Lightbox({ image, onClose }: { image: OpenImage | null; onClose: () => void }): ReactNode {
  const intl = useIntl();
  const label = image?.alt ? image.alt : intl.formatMessage(text.image);
  return (
    <ModalOverlay
      className={css['overlay'] ?? ''}
      isOpen={image !== null}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={css['modal'] ?? ''}>
        <Dialog aria-label={label} className={css['dialog'] ?? ''}>
          {image && (
            <>
              <img src={image.src} alt={image.alt} className={css['image']} onClick={onClose} />
              {image.alt !== '' && (
                <p className={css['caption']} dir="auto">
                  {image.alt}
                </p>
              )}
              <IconButton label={intl.formatMessage(text.close)} icon={<X aria-hidden />} className={css['close']} onPress={onClose} />
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
