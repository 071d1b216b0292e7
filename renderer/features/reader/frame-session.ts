import type { ReadingPosition } from '../../../electron/contract/entities.ts';
import { createListeners } from '../../ui/listeners.ts';
import type { ArticleSource } from './article-pieces.ts';
import { listenInFrame, type FrameHandlers } from './frame-events.ts';
import { applyLook, scriptOf, type Look } from './frame-look.ts';
import { createPositionSaver } from './position-saver.ts';
import { createReadingPlace, type ReadingPlace } from './reading-place.ts';
import type { Sanitiser } from './sanitise.ts';
import type { FrameDocument } from './use-frame-document.ts';
import { writeArticle, writeText } from './write-article.ts';

/** What is shown: the sanitiser's work, or plain text where there is no sanitiser. */
export type Shown =
  { id: string; source: ArticleSource; sanitiser: Sanitiser } | { id: string; text: string; lang: string | null; dir: 'ltr' | 'rtl' };

export interface SessionOptions extends Omit<FrameHandlers, 'onAnchor'> {
  /** Where to begin; null for the top. */
  position: ReadingPosition | null;
  look: Look;
  onProgress: (fraction: number) => void;
  onSavePosition: (id: string, position: ReadingPosition) => void;
  /** A link inside the article is about to be followed. */
  onJump: () => void;
  /** All of the article is written: called once, possibly before this session is returned. */
  onWhole: (place: ReadingPlace) => void;
}

/** One article in the frame, from its first piece to its leaving. */
export interface Session {
  readonly place: ReadingPlace;
  /** Whether all of the article is written. */
  readonly whole: boolean;
  /** Changes the look; the paragraph at the top stays where it is. */
  look(look: Look): void;
  /** Saves the position and lets go of everything. */
  close(): void;
}

/** Blocks below the place to resume at that are written at once, so that the window around it is full. */
const ROOM = 40;

export function startSession(
  { doc, frame, article }: FrameDocument,
  scroller: HTMLElement,
  shown: Shown,
  options: SessionOptions,
): Session {
  const { position: wanted, onProgress, onSavePosition } = options;
  const place = createReadingPlace(scroller, frame, article);
  const { on, stop } = createListeners();
  let closed = false;
  let whole = false;
  const saver = createPositionSaver(place.position, (position) => onSavePosition(shown.id, position));
  let anchor: ReturnType<ReadingPlace['anchor']> = null;
  /** Where the scroller was last put from here: not the reader's doing, so not worth saving. */
  let own = 0;
  let arrived = wanted === null || (wanted.fraction === 0 && wanted.block === 0);

  const keepPlace = (change: () => void): void => {
    const at = anchor;
    change();
    place.fit();
    if (at) place.restore(at);
    own = scroller.scrollTop;
  };
  const onPiece = (added: readonly Node[], last: boolean): boolean => {
    place.extend(added);
    place.fit();
    if (wanted && !arrived && (last || place.blocks > wanted.block + ROOM)) {
      place.goTo(wanted);
      own = scroller.scrollTop;
      anchor = place.anchor();
      arrived = true;
    }
    onProgress(place.fraction());
    if (last) {
      whole = true;
      options.onWhole(place);
    }
    return arrived;
  };
  const onScroll = (): void => {
    onProgress(place.fraction());
    // A scroll from here keeps its anchor: the layout may have changed since (a face that loaded), and then what is at the top is not it.
    if (Math.abs(scroller.scrollTop - own) <= 1) return;
    own = NaN;
    anchor = place.anchor();
    saver.moved();
  };

  scroller.scrollTop = 0;
  const { lang, sample } =
    'text' in shown
      ? { lang: shown.lang, sample: shown.text }
      : { lang: shown.source.lang, sample: shown.source.html.slice(0, 20_000).replace(/<[^>]*>/g, '') };
  doc.documentElement.dataset['script'] = scriptOf(lang, sample);
  applyLook(doc.documentElement, options.look);
  const unlisten = listenInFrame(doc, frame, {
    ...options,
    onAnchor: (target) => {
      options.onJump();
      place.mark(target);
    },
  });
  if ('text' in shown) {
    writeText(article, shown.text, shown.lang, shown.dir);
    onPiece([...article.childNodes], true);
  } else {
    void writeArticle(article, shown.source, { sanitiser: shown.sanitiser, words: options.words, isStale: () => closed, onPiece });
  }

  on(scroller, 'scroll', onScroll, { passive: true });
  on(window, 'pagehide', () => saver.leave());
  // Images that arrive, a pane that is resized: the height follows, the place stays.
  const observer = new ResizeObserver(() => keepPlace(() => undefined));
  observer.observe(article);
  return {
    place,
    get whole() {
      return whole;
    },
    look: (look) => keepPlace(() => applyLook(doc.documentElement, look)),
    close() {
      saver.leave();
      closed = true;
      stop();
      unlisten();
      observer.disconnect();
    },
  };
}
