import { ChevronLeft, ChevronRight, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './lightbox.module.css';
import { text } from './messages.ts';
import { AS_IT_FITS, moved, zoomed, type View } from './zoom.ts';

export interface GalleryImage {
  readonly src: string;
  readonly alt: string;
  /** Its caption in the article; empty for none. */
  readonly caption: string;
}

/** The images of the article, one of them open. */
export interface Gallery {
  readonly images: readonly GalleryImage[];
  readonly at: number;
}

/** The images that can be enlarged, in the order of the article, `open` among them. */
export function galleryOf(article: HTMLElement, open: HTMLImageElement): Gallery {
  const all = [...article.querySelectorAll<HTMLImageElement>('img[data-zoom]')];
  const images = all.map((image) => ({
    src: image.getAttribute('src') ?? '',
    alt: image.alt,
    caption: image.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? '',
  }));
  return { images, at: Math.max(0, all.indexOf(open)) };
}

/** Pixels an arrow key moves an enlarged image. */
const STEP = 80;

/** Images as large as the window lets them be, and larger. Arrows go on or move, + and − enlarge, Escape closes. */
export function Lightbox({ gallery, onClose }: { gallery: Gallery | null; onClose: () => void }): ReactNode {
  return (
    <ModalOverlay
      className={css['overlay'] ?? ''}
      isOpen={gallery !== null}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={css['modal'] ?? ''}>{gallery && <Shown gallery={gallery} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

function Shown({ gallery: { images, at: first }, onClose }: { gallery: Gallery; onClose: () => void }): ReactNode {
  const intl = useIntl();
  const [at, setAt] = useState(first);
  const [view, setView] = useState<View>(AS_IT_FITS);
  const [drag, setDrag] = useState<{ x: number; y: number } | null>(null);
  /** A drag ends in a click, which must not zoom. */
  const dragged = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  // Not the close button: its tooltip would take the first Escape.
  useEffect(() => box.current?.focus(), []);
  const large = view.scale > 1;
  // A button that has just become disabled keeps no focus: without this, the keys and Escape would go nowhere.
  useEffect(() => {
    const { activeElement } = document;
    if (!box.current?.contains(activeElement) || activeElement?.matches(':disabled')) box.current?.focus();
  }, [at, large, view.scale]);
  const image = images[at];
  const say = intl.formatMessage;
  if (!image) return null;
  const go = (step: number): void => {
    const next = at + step;
    if (next < 0 || next >= images.length) return;
    setAt(next);
    setView(AS_IT_FITS);
  };
  const zoom = (factor: number): void => setView((now) => zoomed(now, factor));

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === '+' || key === '=') zoom(1.5);
    else if (key === '-') zoom(1 / 1.5);
    else if (key === '0') setView(AS_IT_FITS);
    else if (key.startsWith('Arrow') && large) {
      const [x, y] = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] }[key] ?? [0, 0];
      setView((now) => moved(now, x ?? 0, y ?? 0));
    } else if (key === 'ArrowRight' || key === 'ArrowDown' || key === 'PageDown') go(1);
    else if (key === 'ArrowLeft' || key === 'ArrowUp' || key === 'PageUp') go(-1);
    else if (key === 'Home') go(-at);
    else if (key === 'End') go(images.length - 1 - at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    dragged.current = false;
    if (!large) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ x: event.clientX, y: event.clientY });
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!drag) return;
    const [x, y] = [event.clientX - drag.x, event.clientY - drag.y];
    if (Math.abs(x) + Math.abs(y) > 3) dragged.current = true;
    setView((now) => moved(now, x, y));
    setDrag({ x: event.clientX, y: event.clientY });
  };
  const label = image.alt === '' ? say(text.image) : image.alt;
  const caption = image.caption === '' ? image.alt : image.caption;
  return (
    <Dialog aria-label={say(text.lightbox, { at: at + 1, count: images.length, name: label })} className={css['dialog'] ?? ''}>
      <div ref={box} tabIndex={-1} className={css['keys']} onKeyDown={onKeyDown}>
        <div
          className={css['stage']}
          onWheel={(event) => zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15)}
          onClick={(event) => {
            if (event.target === event.currentTarget) onClose();
          }}
        >
          <img
            src={image.src}
            alt={image.alt}
            draggable={false}
            className={css['image']}
            data-large={large}
            style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onPointerUp={() => setDrag(null)}
            onPointerCancel={() => setDrag(null)}
            onClick={() => {
              if (!dragged.current) setView(large ? AS_IT_FITS : zoomed(AS_IT_FITS, 2));
            }}
          />
        </div>
        {caption !== '' && (
          <p className={css['caption']} dir="auto">
            {caption}
          </p>
        )}
        <div className={css['tools']}>
          {images.length > 1 && (
            <>
              <IconButton label={say(text.previousImage)} icon={<ChevronLeft aria-hidden />} isDisabled={at === 0} onPress={() => go(-1)} />
              <span className={css['count']} role="status">
                {say(text.imageCount, { at: at + 1, count: images.length })}
              </span>
              <IconButton
                label={say(text.nextImage)}
                icon={<ChevronRight aria-hidden />}
                isDisabled={at === images.length - 1}
                onPress={() => go(1)}
              />
            </>
          )}
          <IconButton label={say(text.zoomOut)} icon={<ZoomOut aria-hidden />} isDisabled={!large} onPress={() => zoom(1 / 1.5)} />
          <IconButton label={say(text.zoomIn)} icon={<ZoomIn aria-hidden />} isDisabled={view.scale >= 8} onPress={() => zoom(1.5)} />
          <IconButton label={say(text.close)} icon={<X aria-hidden />} onPress={onClose} />
        </div>
      </div>
    </Dialog>
  );
}
