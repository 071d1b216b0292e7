import { useRef, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import css from './link-popover.module.css';
import { text } from './messages.ts';

/** A link that was clicked, and where it stands in the window (CSS pixels). */
export interface ClickedLink {
  href: string;
  rect: { left: number; top: number; width: number; height: number };
}

interface Props {
  link: ClickedLink | null;
  onClose: () => void;
  onOpen: (href: string) => void;
  onSave: (href: string) => void;
}

/** Shows where a link goes before anything leaves this computer. */
export function LinkPopover({ link, onClose, onOpen, onSave }: Props): ReactNode {
  const intl = useIntl();
  const anchor = useRef<HTMLSpanElement>(null);
  if (!link) return null;
  const web = /^https?:/i.test(link.href);
  return (
    <>
      <span ref={anchor} aria-hidden style={{ position: 'fixed', ...link.rect, pointerEvents: 'none' }} />
      <Popover
        label={intl.formatMessage(text.link)}
        triggerRef={anchor}
        isOpen
        placement="bottom"
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <p className={css['address']} dir="ltr">
          {link.href}
        </p>
        <div className={css['buttons']}>
          <Button size="sm" variant="primary" autoFocus onPress={() => onOpen(link.href)}>
            {intl.formatMessage(text.openInBrowser)}
          </Button>
          {web && (
            <Button size="sm" onPress={() => onSave(link.href)}>
              {intl.formatMessage(text.saveLink)}
            </Button>
          )}
        </div>
      </Popover>
    </>
  );
}
