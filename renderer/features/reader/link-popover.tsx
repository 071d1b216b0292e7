import { useQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import css from './link-popover.module.css';
import type { Rect } from './marks/use-selection.ts';
import { text } from './messages.ts';

/** A link that was clicked, and where it stands (CSS pixels from the reader's corner). */
export interface ClickedLink {
  href: string;
  rect: Rect;
}

interface Props {
  link: ClickedLink | null;
  onClose: () => void;
  onOpen: (href: string) => void;
  onSave: (href: string) => void;
  /** Opens the article of the library that the link means. */
  onRead: (id: string) => void;
}

const isWeb = (href: string): boolean => /^https?:/i.test(href);

/** Shows where a link goes before anything leaves this computer; where the library has it, it opens here. */
export function LinkPopover({ link, onClose, onOpen, onSave, onRead }: Props): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const anchor = useRef<HTMLSpanElement>(null);
  const href = link?.href ?? '';
  const held = useQuery({
    queryKey: ['lookup', href],
    queryFn: () => bridge.call('capture.lookup', { url: href }),
    enabled: isWeb(href),
    gcTime: 0,
  });
  if (!link) return null;
  const id = held.data?.id ?? null;
  const known = !isWeb(href) || held.isFetched;
  return (
    <>
      <span ref={anchor} aria-hidden style={{ position: 'absolute', ...link.rect, pointerEvents: 'none' }} />
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
          {href}
        </p>
        {id !== null && <p className={css['held']}>{intl.formatMessage(text.linkHeld)}</p>}
        {known && (
          <div className={css['buttons']}>
            {id !== null && (
              <Button size="sm" variant="primary" autoFocus onPress={() => onRead(id)}>
                {intl.formatMessage(text.readLink)}
              </Button>
            )}
            <Button size="sm" {...(id === null && { variant: 'primary' as const, autoFocus: true })} onPress={() => onOpen(href)}>
              {intl.formatMessage(text.openInBrowser)}
            </Button>
            {isWeb(href) && id === null && (
              <Button size="sm" onPress={() => onSave(href)}>
                {intl.formatMessage(text.saveLink)}
              </Button>
            )}
          </div>
        )}
      </Popover>
    </>
  );
}
