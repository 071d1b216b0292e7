import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { OpenFrame } from './article-frame.tsx';
import css from './find-bar.module.css';
import { markRanges, rangesOf } from './find-in-frame.ts';
import { text } from './messages.ts';

/** Finds in the open article: a count, marks, Enter and Shift+Enter to go on and back, Escape to leave. */
export function FindBar({ open, onClose }: { open: OpenFrame; onClose: () => void }): ReactNode {
  const intl = useIntl();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const ranges = useMemo(() => rangesOf(open.article, query), [open, query]);

  useEffect(() => {
    markRanges(open.doc, ranges, at);
    const current = ranges[at];
    if (current) open.place.show(current.getBoundingClientRect());
  }, [open, ranges, at]);
  useEffect(() => () => markRanges(open.doc, [], 0), [open]);

  const go = (step: number): void => {
    if (ranges.length > 0) setAt((at + step + ranges.length) % ranges.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="search" aria-label={intl.formatMessage(text.findField)} className={css['bar']} onKeyDown={onKeyDown}>
      <TextField
        autoFocus
        hideLabel
        label={intl.formatMessage(text.findField)}
        placeholder={intl.formatMessage(text.findField)}
        value={query}
        onChange={(value) => {
          setQuery(value);
          setAt(0);
        }}
        className={css['field']}
      />
      <span role="status" className={css['count']}>
        {query !== '' && intl.formatMessage(text.findCount, { count: ranges.length, at: at + 1 })}
      </span>
      <IconButton size="sm" label={intl.formatMessage(text.findPrevious)} icon={<ChevronUp aria-hidden />} onPress={() => go(-1)} />
      <IconButton size="sm" label={intl.formatMessage(text.findNext)} icon={<ChevronDown aria-hidden />} onPress={() => go(1)} />
      <IconButton size="sm" label={intl.formatMessage(text.close)} icon={<X aria-hidden />} onPress={onClose} />
    </div>
  );
}
