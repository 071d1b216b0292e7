/** What can bear a setting's name: its label, the heading of its section, or the button itself. */
const NAMES = 'label, h3, legend, button, a, [id^=react-aria]';
const HEADS = 'section, [role=radiogroup], [role=group], fieldset, label, div';
/** Milliseconds a found setting stays marked. */
const SHOWN_MS = 4000;

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The smallest element of a page whose words are this name, or begin with it (`Largest page (MB)`). */
export function findNamed(page: ParentNode, name: string): HTMLElement | null {
  const all = [...page.querySelectorAll<HTMLElement>(NAMES)].filter((element) => bare(element.textContent).startsWith(name));
  return all.sort((a, b) => a.textContent.length - b.textContent.length)[0] ?? null;
}

/** Brings a setting into view, marks it for a while, and gives its control the keyboard. */
export function markSetting(element: HTMLElement): void {
  const whole = element.matches('button, a') ? element : (element.closest<HTMLElement>(HEADS) ?? element);
  const around = whole === element && !element.matches('button, a') ? (element.parentElement?.closest<HTMLElement>(HEADS) ?? whole) : whole;
  around.dataset['found'] = '';
  setTimeout(() => delete around.dataset['found'], SHOWN_MS);
  around.scrollIntoView({ block: 'center' });
  const control = around.matches('button, a')
    ? around
    : (around.querySelector<HTMLElement>('input:checked, [tabindex="0"]') ??
      around.querySelector<HTMLElement>('input:not([type=file]), button, a, select, textarea'));
  control?.focus({ preventScroll: true });
}
