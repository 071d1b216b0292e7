import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { ArticleDetail, ReadingPosition } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { useSettings } from '../../bridge/queries.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { useTheme } from '../../styles/theme.ts';
import { AloudBar } from './aloud/aloud-bar.tsx';
import { useReadAloud } from './aloud/use-read-aloud.ts';
import { ArticleFrame, type OpenFrame } from './article-frame.tsx';
import { noteFor } from './article-notes.ts';
import { FindBar } from './find-bar.tsx';
import { Header } from './header.tsx';
import { galleryOf, Lightbox, type Gallery } from './lightbox.tsx';
import { LinkPopover, type ClickedLink } from './link-popover.tsx';
import { lookOf } from './look-of.ts';
import { useMarking } from './marks/use-marking.tsx';
import { useMarks } from './marks/use-marks.ts';
import { rectInReader } from './marks/use-selection.ts';
import { text } from './messages.ts';
import { NotePopover, type OpenNote } from './note-popover.tsx';
import css from './reader.module.css';
import { Toolbar } from './toolbar.tsx';
import { useJumps } from './use-jumps.ts';
import { usePrinting } from './use-printing.ts';
import { useReaderActions } from './use-reader-actions.ts';
import type { OpenArticle } from './use-shown.ts';

/** The open article: what stands above the text, the text in its frame, and what opens over it. */
export function Article({ open: { article, shown }, busy }: { open: OpenArticle; busy: boolean }): ReactNode {
  const intl = useIntl();
  const settings = useSettings();
  const alone = useUiStore((state) => state.alone);
  const theme = useTheme(settings.theme);
  const actions = useReaderActions(article);
  const reader = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const [lastFrame, setFrame] = useState<OpenFrame | null>(null);
  const frame = lastFrame?.shown === shown ? lastFrame : null;
  const [link, setLink] = useState<ClickedLink | null>(null);
  const [note, setNote] = useState<OpenNote | null>(null);
  const [gallery, setGallery] = useState<Gallery | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [finding, setFinding] = useState(false);
  const [now] = useState(() => Date.now());
  const look = useMemo(() => lookOf(settings, article.look ?? null, theme), [settings, article.look, theme]);
  const words = useMemo(
    () => ({
      table: intl.formatMessage(text.table),
      code: intl.formatMessage(text.code),
      formula: intl.formatMessage(text.formula),
      enlarge: intl.formatMessage(text.enlarge),
      missingImage: intl.formatMessage(text.missingImage),
    }),
    [intl],
  );
  const marks = useMarks(article.id, frame);
  const { aloud, start: readAloud } = useReadAloud(frame, marks.layer, article);
  const { onMark, panel, overlays } = useMarking({ article, frame, marks, scroller, reader, readAloud });
  const jumps = useJumps(frame, scroller, article.id);
  usePrinting(article, frame);
  const savePosition = useSavePosition();

  useCommands({
    'reader.pageDown': () => {
      // The moment before an article can be paged is not its end.
      if (frame && !frame.place.page(1)) runCommand('list.nextUnread');
    },
    'reader.pageUp': () => void frame?.place.page(-1),
    'reader.find': () => setFinding(true),
    'history.back': jumps.back,
  });

  const { title } = article;
  useEffect(() => {
    document.title = `${title} — Offprint`;
    return () => {
      document.title = 'Offprint';
    };
  }, [title]);

  const onProgress = useCallback((fraction: number) => {
    line.current?.style.setProperty('inline-size', `${(fraction * 100).toFixed(2)}%`);
  }, []);
  const rectOf = (anchor: Element): ClickedLink['rect'] =>
    rectInReader(anchor.getBoundingClientRect(), anchor.ownerDocument === document || !frame ? document.body : frame.frame, reader.current);
  const onNote = (target: Element, anchor: Element): boolean => {
    const content = noteFor(target, anchor);
    if (content && frame) setNote({ content, target, anchor, rect: rectOf(anchor), lang: frame.article.lang, dir: frame.article.dir });
    return content !== null;
  };
  const openLink = (href: string, anchor: Element): void => setLink({ href, rect: rectOf(anchor) });

  const measures = {
    '--reader-size': `${look.fontSize}px`,
    '--reader-measure': `${look.measure}ch`,
    '--reader-font': `var(--font-${look.fontFamily})`,
  } as CSSProperties;
  return (
    <div ref={reader} className={css['reader']} style={measures} aria-busy={busy}>
      <Toolbar article={article} actions={actions} onFind={() => setFinding(true)} panel={panel} />
      <div className={css['progress']} aria-hidden>
        <div ref={line} className={css['line']} />
      </div>
      {aloud && <AloudBar aloud={aloud} />}
      {finding && frame && (
        <FindBar
          key={article.id}
          open={frame}
          onClose={() => {
            setFinding(false);
            scroller.current?.focus();
          }}
        />
      )}
      <div ref={scroller} className={css['scroller']} tabIndex={-1}>
        <Header
          article={article}
          now={now}
          onView={alone ? undefined : (view) => useUiStore.getState().setView(view)}
          onAddTag={() => actions.organise('tag')}
        />
        {'text' in shown && <p className={css['plain']}>{intl.formatMessage(text.plain)}</p>}
        <ArticleFrame
          title={intl.formatMessage(text.frame, { title })}
          shown={shown}
          position={article.position}
          look={look}
          words={words}
          scroller={scroller}
          onOpen={setFrame}
          onProgress={onProgress}
          onSavePosition={savePosition}
          onLink={openLink}
          onNote={onNote}
          onJump={jumps.note}
          onImage={(image) => frame && setGallery(galleryOf(frame.article, image))}
          onMark={onMark}
          onAddress={setAddress}
        />
      </div>
      {address !== null && (
        <p className={css['address']} dir="ltr" aria-hidden>
          {address}
        </p>
      )}
      {overlays}
      <NotePopover
        note={note}
        onClose={() => setNote(null)}
        onGoTo={({ target }) => {
          setNote(null);
          jumps.to(target);
        }}
        onLink={openLink}
      />
      <LinkPopover
        link={link}
        onClose={() => setLink(null)}
        onOpen={(href) => {
          setLink(null);
          actions.openExternal(href);
        }}
        onSave={(href) => {
          setLink(null);
          useUiStore.getState().openDialog({ kind: 'add', text: href });
        }}
        onRead={(id) => {
          setLink(null);
          useUiStore.getState().openArticle(id, { show: true });
        }}
      />
      <Lightbox gallery={gallery} onClose={() => setGallery(null)} />
    </div>
  );
}

function useSavePosition(): (id: string, position: ReadingPosition) => void {
  const bridge = useBridge();
  const client = useQueryClient();
  return useCallback(
    (id, position) => {
      // The open article is in the cache: coming back to it in this window starts where it was left.
      client.setQueryData<ArticleDetail>(keys.article(id), (known) => known && { ...known, position, progress: position.fraction });
      // A lost position is no reason to disturb a reader.
      bridge.call('articles.setPosition', { id, position }).catch(() => undefined);
    },
    [bridge, client],
  );
}
