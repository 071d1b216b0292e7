import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleDetail, Highlight, HighlightColour } from '../../../../electron/contract/entities.ts';
import { useBridge } from '../../../bridge/context.tsx';
import { sentenceOf } from '../../../bridge/types.ts';
import { useCommands } from '../../../commands/registry.ts';
import { useUiStore } from '../../../state/ui-store.ts';
import type { OpenFrame } from '../article-frame.tsx';
import { copyText, fileName, saveText } from '../../../ui/text-out.ts';
import { withSource } from './copy.ts';
import { HighlightEditor } from './highlight-editor.tsx';
import { HighlightsPanel } from './highlights-panel.tsx';
import { text } from './messages.ts';
import { markOf } from './paint.ts';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { shortQuote, useDrawn, type Marks } from './use-marks.ts';
import { rectInReader, selectionNow, useSelection, type Rect, type TextSelection } from './use-selection.ts';
import { useSentenceMode } from './use-sentence-mode.ts';

interface Place {
  article: ArticleDetail;
  frame: OpenFrame | null;
  marks: Marks;
  scroller: RefObject<HTMLElement | null>;
  reader: RefObject<HTMLElement | null>;
  readAloud: (from: number) => void;
}

interface Editing {
  readonly id: string;
  readonly rect: Rect;
  readonly writing: boolean;
  /** Known from the answer before the list has it. */
  readonly made: Highlight | null;
}

/** Selecting, highlighting and writing notes in the open article. */
export function useMarking({ article, frame, marks, scroller, reader, readAloud }: Place): {
  onMark: (id: string, anchor: Element) => void;
  panel: ReactNode;
  overlays: ReactNode;
} {
  const intl = useIntl();
  const bridge = useBridge();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [panelOpen, setPanelOpen] = useState(false);
  const selection = useSelection(frame, marks.layer, scroller, reader);
  const mode = useSentenceMode(frame, marks.layer, article.lang);
  const drawn = useDrawn(marks.layer);
  const ui = useUiStore.getState();
  const alone = useUiStore((state) => state.alone);
  const say = intl.formatMessage;

  // Another part of the window asked to be taken to a highlight: it is there once it is drawn.
  const wanted = useUiStore((state) => (state.target?.articleId === article.id ? state.target.highlightId : null));
  const { show } = marks;
  const there = wanted !== null && frame !== null && drawn > 0 && markOf(frame.article, wanted) !== null;
  useEffect(() => {
    if (!there || wanted === null) return;
    show(wanted);
    useUiStore.setState({ target: null });
    // `show` is new in every drawing; the request is answered once.
  }, [there, wanted, show]);

  const clear = (): void => {
    mode.leave();
    frame?.doc.getSelection()?.removeAllRanges();
  };
  const highlight = async (colour: HighlightColour, writing = false, chosen: TextSelection | null = selection): Promise<void> => {
    if (!chosen) return;
    const { rect, span } = chosen;
    clear();
    const made = await marks.add(span, colour);
    if (made && writing) setEditing({ id: made.id, rect, writing: true, made });
  };
  const copy = async (): Promise<void> => {
    if (!selection) return;
    const { title, byline, source, publishedAt, url } = article;
    const date = publishedAt?.slice(0, 10) ?? null;
    const done = await copyText(withSource(selection.quote, { title, byline, source, date, url }));
    ui.showToast({ tone: done ? 'info' : 'error', message: say(done ? text.copied : text.copyFailed), undo: null });
  };
  const lookUp = (): void => {
    if (!selection) return;
    const words = shortQuote(selection.quote, 120).replaceAll('"', ' ').trim();
    ui.setScope('everything');
    ui.setQuery(words.includes(' ') ? `"${words}"` : words);
    ui.focusPane('list');
  };
  const aloudFrom = (): void => {
    const from = selection?.span.start ?? topOffset(frame, marks);
    clear();
    readAloud(from);
  };
  const openEditor = (one: Highlight, anchor: Element | null): void => {
    const rect = anchor && frame ? rectInReader(anchor.getBoundingClientRect(), frame.frame, reader.current) : middleOf(reader.current);
    setEditing({ id: one.id, rect, writing: false, made: null });
  };
  const markdown = async (hand: (markdown: string, count: number) => Promise<void> | void): Promise<void> => {
    try {
      const { markdown: written, count } = await bridge.call('highlights.markdown', { article: article.id });
      await hand(written, count);
    } catch (error) {
      ui.showToast({ tone: 'error', message: sentenceOf(error), undo: null });
    }
  };

  useCommands({
    'reader.highlight': () => {
      if (!frame || !marks.layer) return false;
      const chosen = selectionNow(frame, marks.layer, reader.current);
      if (chosen) void highlight(marks.colour, false, chosen);
      else mode.start(topOffset(frame, marks));
      return true;
    },
    'reader.highlights': () => setPanelOpen(true),
    'reader.copyWithSource': () => (selection ? void copy() : false),
    'reader.lookUp': () => (selection && !alone ? lookUp() : false),
    'reader.readAloud': aloudFrom,
  });

  const shown = editing && (marks.list.find(({ id }) => id === editing.id) ?? editing.made);
  return {
    onMark: (id, anchor) => {
      const one = marks.list.find((other) => other.id === id);
      if (one) openEditor(one, anchor);
    },
    panel: (
      <HighlightsPanel
        list={marks.list}
        isOpen={panelOpen}
        onOpenChange={setPanelOpen}
        onShow={({ id }) => marks.show(id)}
        onEdit={(one) => openEditor(one, null)}
        onCopy={() =>
          void markdown(async (written, count) => {
            const done = await copyText(written);
            const message = done ? say(text.copiedAll, { count }) : say(text.copyFailed);
            ui.showToast({ tone: done ? 'info' : 'error', message, undo: null });
          })
        }
        onSave={() => void markdown((written) => saveText(written, fileName(article.title, 'md')))}
      />
    ),
    overlays: (
      <>
        {selection && !editing && (
          <SelectionToolbar
            rect={selection.rect}
            onHighlight={(colour) => void highlight(colour)}
            onNote={() => void highlight(marks.colour, true)}
            onCopy={() => void copy()}
            onLookUp={alone ? null : lookUp}
            onReadAloud={aloudFrom}
          />
        )}
        {editing && shown && (
          <HighlightEditor
            key={editing.id}
            highlight={shown}
            rect={editing.rect}
            writing={editing.writing}
            onChange={(change) => marks.edit(editing.id, change)}
            onRemove={() => marks.remove(shown)}
            onClose={() => setEditing(null)}
          />
        )}
      </>
    ),
  };
}

/** The offset of the first words that can be seen. */
function topOffset(frame: OpenFrame | null, { layer }: Marks): number {
  const range = frame?.place.topRange();
  return (range && layer?.text().spanOf(range)?.start) ?? 0;
}

function middleOf(reader: HTMLElement | null): Rect {
  return { left: (reader?.clientWidth ?? 0) / 2, top: 120, width: 1, height: 1 };
}
