import { useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { Rect } from './marks/use-selection.ts';
import { text } from './messages.ts';
import css from './note-popover.module.css';

export interface OpenNote {
  /** Clean nodes, of this document. */
  readonly content: DocumentFragment;
  readonly target: Element;
  readonly anchor: Element;
  readonly rect: Rect;
  readonly lang: string;
  readonly dir: string;
}

interface Props {
  note: OpenNote | null;
  onClose: () => void;
  onGoTo: (note: OpenNote) => void;
  onLink: (href: string, anchor: Element) => void;
}

/** A footnote beside the text. Its links go the way of every link of the article. */
export function NotePopover({ note, onClose, onGoTo, onLink }: Props): ReactNode {
  const intl = useIntl();
  const anchor = useRef<HTMLSpanElement>(null);
  if (!note) return null;
  const onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute('href') ?? '';
    if (/^(https?|mailto|tel):/i.test(href)) {
      onClose();
      onLink(href, note.anchor);
    }
  };
  return (
    <>
      <span ref={anchor} aria-hidden style={{ position: 'absolute', ...note.rect, pointerEvents: 'none' }} />
      <Popover
        label={intl.formatMessage(text.note)}
        triggerRef={anchor}
        isOpen
        placement="bottom"
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <div className={css['note']} lang={note.lang} dir={note.dir} onClickCapture={onClick} onAuxClickCapture={onClick}>
          <Content nodes={note.content} />
        </div>
        <Button size="sm" autoFocus onPress={() => onGoTo(note)}>
          {intl.formatMessage(text.goToNote)}
        </Button>
      </Popover>
    </>
  );
}

function Content({ nodes }: { nodes: DocumentFragment }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.replaceChildren(nodes.cloneNode(true));
  }, [nodes]);
  return <div ref={box} />;
}
