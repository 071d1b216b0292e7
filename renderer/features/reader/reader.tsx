import { BookOpen, FileWarning } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useQueryClient } from '@tanstack/react-query';
import type { ArticleDetail, ReadingPosition } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { useSettings } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { useTheme } from '../../styles/theme.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ArticleFrame, type OpenFrame } from './article-frame.tsx';
import { dateInWords } from './dates.ts';
import { FindBar } from './find-bar.tsx';
import type { Look } from './frame-look.ts';
import { Header } from './header.tsx';
import { Lightbox, type OpenImage } from './lightbox.tsx';
import { LinkPopover, type ClickedLink } from './link-popover.tsx';
import { text } from './messages.ts';
import { preparePrinting } from './print-article.ts';
import css from './reader.module.css';
import { Toolbar } from './toolbar.tsx';
import { useReaderActions } from './use-reader-actions.ts';
import { useShown, type OpenArticle } from './use-shown.ts';
import { useTextSize } from './use-text-size.ts';

/** The open article, or what to do when none is. */
export function Reader(): ReactNode {
  const intl = useIntl();
  const activeId = useUiStore((state) => state.activeId);
  const setTextSize = useTextSize();
  const { open, error, retry } = useShown(activeId);
  useCommands({
    'reader.larger': () => setTextSize(1),
    'reader.smaller': () => setTextSize(-1),
    'reader.resetSize': () => setTextSize(0),
  });
  if (error) {
    return (
      <EmptyState
        icon={<FileWarning />}
        title={intl.formatMessage(text.failed)}
        actions={<Button onPress={retry}>{intl.formatMessage(text.retry)}</Button>}
      >
        {sentenceOf(error)}
      </EmptyState>
    );
  }
  if (activeId === null) {
    return (
      <EmptyState icon={<BookOpen />} title={intl.formatMessage(text.nothingOpen)}>
        {intl.formatMessage(text.nothingOpenText)}
      </EmptyState>
    );
  }
  return open ? <Article open={open} busy={open.article.id !== activeId} /> : <div className={css['reader']} aria-busy />;
}

function Article({ open: { article, shown }, busy }: { open: OpenArticle; busy: boolean }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const client = useQueryClient();
  const settings = useSettings();
  const theme = useTheme(settings.theme);
  const actions = useReaderActions(article);
  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<OpenFrame | null>(null);
  const [link, setLink] = useState<ClickedLink | null>(null);
  const [image, setImage] = useState<OpenImage | null>(null);
  const [finding, setFinding] = useState(false);
  const [now] = useState(() => Date.now());
  const { fontSize, lineHeight, measure, fontFamily } = settings;
  const look = useMemo<Look>(
    () => ({ theme, fontSize, lineHeight, measure, fontFamily }),
    [theme, fontSize, lineHeight, measure, fontFamily],
  );
  const words = useMemo(
    () => ({
      table: intl.formatMessage(text.table),
      code: intl.formatMessage(text.code),
      enlarge: intl.formatMessage(text.enlarge),
      missingImage: intl.formatMessage(text.missingImage),
    }),
    [intl],
  );

  useCommands({
    'reader.pageDown': () => {
      if (!frame?.place.page(1)) runCommand('list.nextUnread');
    },
    'reader.pageUp': () => void frame?.place.page(-1),
    'reader.find': () => setFinding(true),
  });

  const { title, byline, source, publishedAt, url } = article;
  useEffect(() => {
    const about = [byline, source, publishedAt === null ? null : dateInWords(intl, publishedAt)].filter(Boolean).join(' · ');
    return preparePrinting(
      () => frame?.article ?? null,
      () => [title, about, url ?? ''].filter((part) => part !== ''),
    );
  }, [frame, intl, title, byline, source, publishedAt, url]);

  const onProgress = useCallback((fraction: number) => {
    line.current?.style.setProperty('inline-size', `${(fraction * 100).toFixed(2)}%`);
  }, []);
  const savePosition = useCallback(
    (id: string, position: ReadingPosition) => {
      // The open article is in the cache: coming back to it in this window starts where it was left.
      client.setQueryData<ArticleDetail>(keys.article(id), (known) => known && { ...known, position, progress: position.fraction });
      // A lost position is no reason to disturb a reader.
      bridge.call('articles.setPosition', { id, position }).catch(() => undefined);
    },
    [bridge, client],
  );
  const onLink = (href: string, anchor: Element): void => {
    const box = frame?.frame.getBoundingClientRect();
    const { left, top, width, height } = anchor.getBoundingClientRect();
    setLink({ href, rect: { left: left + (box?.left ?? 0), top: top + (box?.top ?? 0), width, height } });
  };

  const measures = {
    '--reader-size': `${fontSize}px`,
    '--reader-measure': `${measure}ch`,
    '--reader-font': `var(--font-${fontFamily})`,
  } as CSSProperties;
  return (
    <div className={css['reader']} style={measures} aria-busy={busy}>
      <Toolbar article={article} actions={actions} onFind={() => setFinding(true)} />
      <div className={css['progress']} aria-hidden>
        <div ref={line} className={css['line']} />
      </div>
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
          onView={(view) => useUiStore.getState().setView(view)}
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
          onLink={onLink}
          onImage={(src, alt) => setImage({ src, alt })}
        />
      </div>
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
      />
      <Lightbox image={image} onClose={() => setImage(null)} />
    </div>
  );
}
