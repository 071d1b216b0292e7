import { useRef, type ReactNode } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import css from './popover.module.css';

/** Where a context menu opens, in CSS pixels of the window. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

/** A menu at a point: the pointer's, or the corner of the row the keyboard is on. Focus comes back to where it was. */
export function ContextMenu({
  at,
  label,
  onClose,
  children,
}: {
  at: MenuPoint;
  label: string;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} aria-hidden style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      <Popover
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={2}
        className={css['popover'] ?? ''}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <AriaMenu aria-label={label} autoFocus="first" className={css['list'] ?? ''} onClose={onClose}>
          {children}
        </AriaMenu>
      </Popover>
    </>
  );
}
