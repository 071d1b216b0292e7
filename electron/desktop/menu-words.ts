/** Words that macOS leaves in lower case inside a menu title. */
const SMALL = new Set(['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** `Mark read or unread` → `Mark Read or Unread`, as macOS writes menus. */
export function titleCase(label: string): string {
  return label
    .split(' ')
    .map((word, at) => (at > 0 && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

/** Marks a letter of each label as its access key (`&File`), a different one for each as long as there are letters. */
export function withAccessKeys(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const escaped = label.replaceAll('&', '&&');
    const starts = [...escaped.matchAll(/(?<![\p{L}&])\p{L}/gu), ...escaped.matchAll(/\p{L}/gu)];
    const free = starts.find((match) => !taken.has(match[0].toLowerCase()));
    if (free === undefined) return escaped;
    taken.add(free[0].toLowerCase());
    return `${escaped.slice(0, free.index)}&${escaped.slice(free.index)}`;
  });
}

const KEY_NAMES: Record<string, string> = { ' ': 'Space', '+': 'Plus', Escape: 'Esc' };

/** A key of the command table as Electron's accelerator; null for a single key, which the window handles alone and a menu must not swallow. */
export function accelerator(key: string | undefined): string | null {
  if (key === undefined || !/^Mod\+|^(Shift\+)?F\d+$/.test(key)) return null;
  const parts = key.split(/\+(?=.)/);
  const last = parts.pop() ?? '';
  const named = KEY_NAMES[last] ?? (last.length === 1 ? last.toUpperCase() : last);
  return [...parts.map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part)), named].join('+');
}
