import { Copy, NotebookPen, Search, Volume2 } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Toolbar } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { HighlightColour } from '../../../../electron/contract/entities.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { COLOURS, text } from './messages.ts';
import css from './marks.module.css';
import type { Rect } from './use-selection.ts';

interface Props {
  rect: Rect;
  onHighlight: (colour: HighlightColour) => void;
  onNote: () => void;
  onCopy: () => void;
  /** Null where there is no list to show what is found. */
  onLookUp: (() => void) | null;
  onReadAloud: () => void;
}

const GAP = 8;

/** What can be done with the words that are selected: at them, above where there is room. It never takes the focus by itself. */
export function SelectionToolbar({ rect, onHighlight, onNote, onCopy, onLookUp, onReadAloud }: Props): ReactNode {
  const intl = useIntl();
  const box = useRef<HTMLDivElement>(null);
  const say = intl.formatMessage;

  useLayoutEffect(() => {
    const bar = box.current;
    const room = bar?.offsetParent;
    if (!bar || !room) return;
    const { width, height } = bar.getBoundingClientRect();
    const left = Math.min(Math.max(rect.left + rect.width / 2 - width / 2, 4), room.clientWidth - width - 4);
    const above = rect.top - height - GAP;
    // Below the selection where its beginning is too near to the top.
    const top = above > 48 ? above : Math.min(rect.top + rect.height + GAP, room.clientHeight - height - 4);
    bar.style.left = `${Math.max(4, left)}px`;
    bar.style.top = `${Math.max(4, top)}px`;
  }, [rect]);

  return (
    <div ref={box} className={css['selection']} data-selection-toolbar="">
      <Toolbar aria-label={say(text.toolbar)} className={css['bar'] ?? ''}>
        {COLOURS.map((colour) => (
          <IconButton
            key={colour}
            size="sm"
            label={say(text.highlightIn, { color: colour })}
            icon={<Swatch colour={colour} />}
            onPress={() => onHighlight(colour)}
          />
        ))}
        <span className={css['rule']} aria-hidden />
        <IconButton size="sm" label={say(text.withNote)} icon={<NotebookPen aria-hidden />} onPress={onNote} />
        <IconButton size="sm" label={say(text.copy)} icon={<Copy aria-hidden />} command="reader.copyWithSource" onPress={onCopy} />
        {onLookUp && <IconButton size="sm" label={say(text.lookUp)} icon={<Search aria-hidden />} onPress={onLookUp} />}
        <IconButton size="sm" label={say(text.aloud)} icon={<Volume2 aria-hidden />} onPress={onReadAloud} />
      </Toolbar>
    </div>
  );
}

/** A colour that is told apart by its underline, too. */
export function Swatch({ colour }: { colour: HighlightColour }): ReactNode {
  return <span aria-hidden className={css['swatch']} data-color={colour} />;
}
