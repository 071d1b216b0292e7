/** How an image stands in the lightbox: 1 = as it fits, and moved from the middle by CSS pixels. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const AS_IT_FITS: View = { scale: 1, x: 0, y: 0 };
const LARGEST = 8;

/** The view at another scale, about the middle of what is seen. Never smaller than it fits. */
export function zoomed(view: View, factor: number): View {
  const scale = Math.min(LARGEST, Math.max(1, view.scale * factor));
  if (scale <= 1.01) return AS_IT_FITS;
  const ratio = scale / view.scale;
  return { scale, x: view.x * ratio, y: view.y * ratio };
}

export function moved(view: View, x: number, y: number): View {
  return view.scale <= 1 ? view : { ...view, x: view.x + x, y: view.y + y };
}
