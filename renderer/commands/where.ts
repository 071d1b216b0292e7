/** Where a key was pressed, as far as commands care. */
export type Place = 'text-field' | 'control' | 'overlay' | 'sidebar' | 'elsewhere';

const TEXT_FIELD =
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=range],[type=file]),textarea,select,[contenteditable]';
const OVERLAY = '[role=dialog],[role=alertdialog],[role=menu],[data-overlay]';
const CONTROL =
  'button,a[href],input,summary,[role=button],[role=radio],[role=tab],[role=slider],[role=separator],[role=switch],[role=checkbox]';

const isElement = (target: EventTarget | null | undefined): target is Element =>
  typeof (target as Element | null | undefined)?.closest === 'function';

/** Looks at the element a key was pressed on. Works for elements of the reader's frame as well (another realm: no `instanceof`). */
export function placeOf(target: EventTarget | null | undefined): Place {
  if (!isElement(target)) return 'elsewhere';
  if (target.closest(TEXT_FIELD)) return 'text-field';
  if (target.closest(OVERLAY)) return 'overlay';
  if (target.closest(CONTROL)) return 'control';
  if (target.closest('[data-pane=sidebar]')) return 'sidebar';
  return 'elsewhere';
}
