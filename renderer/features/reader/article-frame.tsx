import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { ReadingPosition } from '../../../electron/contract/entities.ts';
import css from './article-frame.module.css';
import type { Words } from './decorate.ts';
import { listenInFrame } from './frame-events.ts';
import { applyLook, scriptOf, type Look } from './frame-look.ts';
import { createPositionSaver } from './position-saver.ts';
import { createReadingPlace, type ReadingPlace } from './reading-place.ts';
import type { Sanitiser } from './sanitise.ts';
import { useFrameDocument, type FrameDocument } from './use-frame-document.ts';
import { writeArticle, writeText, type ArticleSource } from './write-article.ts';

/** What is shown: the sanitiser's work, or plain text where there is no sanitiser. */
export type Shown =
  { id: string; source: ArticleSource; sanitiser: Sanitiser } | { id: string; text: string; lang: string | null; dir: 'ltr' | 'rtl' };

/** What the rest of the reader may do with the open article. */
export interface OpenFrame extends FrameDocument {
  place: ReadingPlace;
}

interface Props {
  title: string;
  shown: Shown;
  /** Where to begin; read once for each article. */
  position: ReadingPosition | null;
  look: Look;
  words: Words;
  scroller: RefObject<HTMLElement | null>;
  onOpen: (open: OpenFrame | null) => void;
  onProgress: (fraction: number) => void;
  onSavePosition: (id: string, position: ReadingPosition) => void;
  onLink: (href: string, anchor: Element) => void;
  onImage: (src: string, alt: string) => void;
}

/** The text of an article, in a frame that cannot run scripts, cannot load anything from outside and cannot navigate. */
export function ArticleFrame(props: Props): ReactNode {
  const { title, shown, look, words, scroller } = props;
  const { opened, ref } = useFrameDocument();
  const place = useRef<ReadingPlace | null>(null);
  const anchor = useRef<ReturnType<ReadingPlace['anchor']>>(null);
  /** The scroll position last set here: not the reader's doing, so not saved. */
  const own = useRef(-1);

  const onLink = useEffectEvent(props.onLink);
  const onImage = useEffectEvent(props.onImage);
  const onProgress = useEffectEvent(props.onProgress);
  const onSavePosition = useEffectEvent(props.onSavePosition);
  const onOpen = useEffectEvent(props.onOpen);
  const startAt = useEffectEvent(() => props.position);

  /** Runs a change of layout and puts the paragraph at the top back where it was. */
  const keepPlace = useCallback(
    (change: () => void) => {
      const at = anchor.current;
      change();
      place.current?.fit();
      if (at) place.current?.restore(at);
      own.current = scroller.current?.scrollTop ?? -1;
    },
    [scroller],
  );

  // Look before text: the first piece is laid out once.
  useLayoutEffect(() => {
    if (opened) keepPlace(() => applyLook(opened.doc.documentElement, look));
  }, [opened, look, keepPlace]);

  useEffect(() => {
    const box = scroller.current;
    if (!opened || !box) return undefined;
    const { doc, frame, article } = opened;
    const here = createReadingPlace(box, frame, article);
    place.current = here;
    anchor.current = null;
    const stop = new AbortController();
    box.scrollTop = 0;
    own.current = 0;
    const wanted = startAt();
    let arrived = wanted === null || (wanted.fraction === 0 && wanted.block === 0);

    const onPiece = (last: boolean): boolean => {
      here.refresh();
      here.fit();
      if (!arrived && (last || (wanted && here.blocks > wanted.block + 40 && !('text' in shown)))) {
        if (wanted) here.goTo(wanted);
        own.current = box.scrollTop;
        anchor.current = here.anchor();
        arrived = true;
      }
      onProgress(here.fraction());
      return arrived;
    };

    doc.documentElement.dataset['script'] = scriptOf(
      'text' in shown ? shown.lang : shown.source.lang,
      'text' in shown ? shown.text : shown.source.html.replace(/<[^>]*>/g, ''),
    );
    const unlisten = listenInFrame(doc, frame, {
      words,
      onLink,
      onImage,
      onAnchor: (target) => {
        here.show(target.getBoundingClientRect());
        for (const old of article.querySelectorAll('.target')) old.classList.remove('target');
        target.classList.add('target');
      },
    });
    if ('text' in shown) {
      writeText(article, shown.text, shown.lang, shown.dir);
      onPiece(true);
    } else {
      void writeArticle(article, shown.source, { sanitiser: shown.sanitiser, words, signal: stop.signal, onPiece });
    }

    const saver = createPositionSaver(here.position, (position) => onSavePosition(shown.id, position));
    const onScroll = (): void => {
      anchor.current = here.anchor();
      onProgress(here.fraction());
      if (Math.abs(box.scrollTop - own.current) > 1) saver.moved();
    };
    const onLeave = (): void => saver.leave();
    box.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', onLeave);
    // Images that arrive, a pane that is resized: the height follows, the place stays.
    const observer = new ResizeObserver(() => keepPlace(() => undefined));
    observer.observe(article);
    onOpen({ ...opened, place: here });
    return () => {
      saver.leave();
      stop.abort();
      unlisten();
      observer.disconnect();
      box.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', onLeave);
      place.current = null;
      onOpen(null);
    };
  }, [opened, shown, words, scroller, keepPlace]);

  return <iframe ref={ref} title={title} className={css['frame']} sandbox="allow-same-origin" src="./frame.html" />;
}
