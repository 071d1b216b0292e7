/** Most options a list shows. */
const MOST = 8;

/**
 * A name as it is compared: no case, no accents, Turkish and Azerbaijani dotless i as i and ə as e, so that `turkiye` finds Türkiye.
 */
export function foldName(name: string): string {
  return name.trim().replace(/[ıİ]/g, 'i').replace(/[əƏ]/g, 'e').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

/** The name of `names` that differs from `name` only in case and outer spaces, or null. */
export function findName(names: readonly string[], name: string): string | null {
  const wanted = name.trim().toLocaleLowerCase();
  return names.find((other) => other.toLocaleLowerCase() === wanted) ?? null;
}

/** Suggestions for what is typed: those that begin with it, then those with a word that does, then those that hold it. */
export function completions(suggestions: readonly string[], chosen: readonly string[], typed: string): string[] {
  const wanted = foldName(typed);
  const free = suggestions.filter((name) => findName(chosen, name) === null);
  if (wanted === '') return free.slice(0, MOST);
  const rank = (name: string): number => {
    const folded = foldName(name);
    if (folded.startsWith(wanted)) return 0;
    if (folded.split(/[\s/_.-]+/).some((word) => word.startsWith(wanted))) return 1;
    return folded.includes(wanted) ? 2 : 3;
  };
  return free
    .map((name) => ({ name, rank: rank(name) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map((entry) => entry.name);
}
