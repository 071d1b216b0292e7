/** Words that macOS leaves in lower case inside a menu title. */
const SMALL = new Set(['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** `Mark read or unread` → `Mark Read or Unread`, as macOS writes menus. */
export function titleCase(label: string): string {
  return label
    .split(' ')
    .map((word, at) => (at > 0 && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALPHABET = [...LETTERS.matchAll(/./g)];

/**
 * Marks a letter of each label as its access key (`&File`), a different one for each as long as that can be: first letters of words before
 * others, and a label gives way to a later one that has no other letter (bipartite matching by augmenting paths). Chinese and Japanese
 * signs are no keys: such a label gets a letter of the alphabet behind it, as is usual there (`ファイル(&A)`).
 */
export function withAccessKeys(labels: readonly string[]): string[] {
  const escaped = labels.map((label) => label.replaceAll('&', '&&'));
  const choices = escaped.map((label) =>
    SIGNS.test(label) ? ALPHABET : [...label.matchAll(/(?<![\p{L}&])\p{L}/gu), ...label.matchAll(/\p{L}/gu)],
  );
  const owners = new Map<string, number>();
  const places = new Map<number, number>();

  function give(label: number, asked: Set<string>): boolean {
    for (const { 0: letter, index } of choices[label] ?? []) {
      const key = letter.toLowerCase();
      if (asked.has(key)) continue;
      asked.add(key);
      const owner = owners.get(key);
      if (owner !== undefined && !give(owner, asked)) continue;
      owners.set(key, label);
      places.set(label, index);
      return true;
    }
    return false;
  }

  for (const label of labels.keys()) {
    const free = (choices[label] ?? []).find(({ 0: letter }) => !owners.has(letter.toLowerCase()));
    if (free === undefined) give(label, new Set());
    else {
      owners.set(free[0].toLowerCase(), label);
      places.set(label, free.index);
    }
  }
  return escaped.map((label, at) => {
    const place = places.get(at);
    if (place === undefined) return label;
    if (!SIGNS.test(label)) return `${label.slice(0, place)}&${label.slice(place)}`;
    const [, words, dots] = /^(.*?)(…|\.\.\.)?$/s.exec(label) ?? [];
    return `${words}(&${LETTERS[place]})${dots ?? ''}`;
  });
}

const KEY_NAMES: Record<string, string> = { ' ': 'Space', '+': 'Plus', Escape: 'Esc' };

/** A key of the command table as Electron's accelerator; null for a single key, which the window handles alone and a menu must not swallow. */
export function accelerator(key: string): string | null {
  if (!/^Mod\+|^(Shift\+)?F\d+$/.test(key)) return null;
  const parts = key.split(/\+(?=.)/);
  const last = parts.pop() ?? '';
  const named = KEY_NAMES[last] ?? (last.length === 1 ? last.toUpperCase() : last);
  return [...parts.map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part)), named].join('+');
}
