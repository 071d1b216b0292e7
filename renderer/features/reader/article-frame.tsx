import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { ReadingPosition } from '../../../electron/contract/entities.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import css from './article-frame.module.css';
import type { Words } from './decorate.ts';
import type { Look } from './frame-look.ts';
import { startSession, type Session, type Shown } from './frame-session.ts';
import type { ReadingPlace } from './reading-place.ts';
import { useFrameDocument, type FrameDocument } from './use-frame-document.ts';

/** What the rest of the reader may do with the open article. */
export interface OpenFrame extends FrameDocument {
  /** What is shown in it. */
  shown: Shown;
  place: ReadingPlace;
  /** Whether all of the article is written. */
  whole: boolean;
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
  onNote: (target: Element, anchor: Element) => boolean;
  /** A link inside the article is about to be followed. */
  onJump: () => void;
  onImage: (image: HTMLImageElement) => void;
  onMark: (id: string, anchor: Element) => void;
  onAddress: (href: string | null) => void;
}

/** The text of an article, in a frame that cannot run scripts, cannot load anything from outside and cannot navigate. */
export function ArticleFrame(props: Props): ReactNode {
  const { title, shown, look, words, scroller } = props;
  const { opened, ref } = useFrameDocument();
  const session = useRef<Session | null>(null);

  // What happens inside the frame is told to the newest closures; a new closure never opens the article again.
  const onLink = useEffectEvent(props.onLink);
  const onNote = useEffectEvent(props.onNote);
  const onJump = useEffectEvent(props.onJump);
  const onImage = useEffectEvent(props.onImage);
  const onMark = useEffectEvent(props.onMark);
  const onAddress = useEffectEvent(props.onAddress);
  const onProgress = useEffectEvent(props.onProgress);
  const onSavePosition = useEffectEvent(props.onSavePosition);
  const onOpen = useEffectEvent(props.onOpen);
  const stillShows = useEffectEvent((one: Shown) => props.shown === one);
  const atStart = useEffectEvent(() => ({ position: props.position, look: props.look }));

  useEffect(() => {
    if (!opened || !scroller.current) return undefined;
    // Everything around the text (highlights, find, the buttons' state) is drawn after it is painted.
    let painted = false;
    const started = startSession(opened, scroller.current, shown, {
      ...atStart(),
      words,
      onLink: (href, anchor) => onLink(href, anchor),
      onNote: (target, anchor) => onNote(target, anchor),
      onJump: () => onJump(),
      onImage: (image) => onImage(image),
      onMark: (id, anchor) => onMark(id, anchor),
      onAddress: (href) => onAddress(href),
      onWhole: (place) => {
        if (painted) onOpen({ ...opened, shown, place, whole: true });
      },
      onProgress: (fraction) => onProgress(fraction),
      onSavePosition: (id, position) => onSavePosition(id, position),
    });
    session.current = started;
    const cancel = afterPaint(() => {
      painted = true;
      onOpen({ ...opened, shown, place: started.place, whole: started.whole });
    });
    return () => {
      cancel();
      session.current = null;
      started.close();
      // Another article: what is told next says so itself.
      if (stillShows(shown)) onOpen(null);
    };
  }, [opened, shown, words, scroller]);

  useLayoutEffect(() => session.current?.look(look), [look]);

  return <iframe ref={ref} title={title} className={css['frame']} sandbox="allow-same-origin" src="./frame.html" />;
}
