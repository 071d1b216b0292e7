import { Trash2 } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Highlight, HighlightColour } from '../../../../electron/contract/entities.ts';
import { useSidebar } from '../../../bridge/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { NamePicker } from '../../../ui/name-picker.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import css from './marks.module.css';
import { COLOURS, text } from './messages.ts';
import { Swatch } from './selection-toolbar.tsx';
import type { Rect } from './use-selection.ts';

interface Props {
  highlight: Highlight;
  rect: Rect;
  /** Begin in the note. */
  writing: boolean;
  onChange: (change: { color?: HighlightColour; note?: string | null; tags?: string[] }) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** A highlight's colour, note and tags. Whatever closes it, what was written is kept. */
export function HighlightEditor({ highlight, rect, writing, onChange, onRemove, onClose }: Props): ReactNode {
  const intl = useIntl();
  const anchor = useRef<HTMLSpanElement>(null);
  const [note, setNote] = useState(highlight.note ?? '');
  const names = highlight.tags.map(({ name }) => name);
  const [tags, setTags] = useState(names);
  const { data: sidebar } = useSidebar();
  const known = sidebar?.tags.toSorted((a, b) => b.count - a.count).map(({ name }) => name) ?? [];
  const say = intl.formatMessage;

  const keep = (): void => {
    const written = note.trim() === '' ? null : note.trim();
    const tagged = tags.length !== names.length || tags.some((name, at) => name !== names[at]);
    if (written !== highlight.note || tagged) onChange({ ...(written !== highlight.note && { note: written }), ...(tagged && { tags }) });
  };
  const close = (): void => {
    keep();
    onClose();
  };
  return (
    <>
      <span ref={anchor} aria-hidden style={{ position: 'absolute', ...rect, pointerEvents: 'none' }} />
      <Popover
        label={say(text.one)}
        triggerRef={anchor}
        isOpen
        placement="bottom"
        onOpenChange={(open) => {
          if (!open) close();
        }}
      >
        <div className={css['editor']}>
          <blockquote className={css['quote']} data-color={highlight.color} dir="auto">
            {highlight.exact}
          </blockquote>
          <Segmented
            label={say(text.colour)}
            value={highlight.color}
            options={COLOURS.map((value) => ({ value, label: say(text[value]), swatch: <Swatch colour={value} /> }))}
            onChange={(color) => onChange({ color })}
          />
          <TextField
            label={say(text.note)}
            rows={3}
            autoFocus={writing}
            value={note}
            onChange={setNote}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) close();
            }}
          />
          <NamePicker label={say(text.tags)} names={tags} suggestions={known} onChange={setTags} />
          <div className={css['buttons']}>
            <Button
              size="sm"
              icon={<Trash2 aria-hidden />}
              onPress={() => {
                onRemove();
                onClose();
              }}
            >
              {say(text.remove)}
            </Button>
            <Button size="sm" variant="primary" onPress={close}>
              {say(text.done)}
            </Button>
          </div>
        </div>
      </Popover>
    </>
  );
}
