import { useState, type KeyboardEvent } from 'react';
import { useNames, useSetSettings, useSettings, useSidebar } from '../../bridge/queries.ts';
import { askedAt, suggestionsFor, withRecent, type Suggestion } from './completion.ts';

export interface Completion {
  /** What the list under the field shows; empty while it is closed. */
  readonly items: readonly Suggestion[];
  /** True where the items are recent searches. */
  readonly recent: boolean;
  /** The highlighted item, or -1. */
  readonly active: number;
  /** Opens the list for what stands in the field now; `null` closes it. */
  show: (caret: number | null) => void;
  /** Takes the keys that move in the list, and gives the item chosen to `take`; true where it did. */
  onKey: (event: KeyboardEvent, take: (item: Suggestion) => void) => boolean;
  remember: (query: string) => void;
  forget: () => void;
}

/** The list under the search field: operators and their values for what is typed, recent searches for an empty field. */
export function useCompletion(typed: string): Completion {
  const sidebar = useSidebar().data;
  const { keepSearches, recentSearches } = useSettings();
  const setSettings = useSetSettings();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const names = useNames(caret === null ? null : askedAt(typed, caret));
  const recent = typed === '';
  const recents = (): Suggestion[] => recentSearches.map((query) => ({ label: query, query, caret: query.length, goesOn: false }));
  const items = caret === null ? [] : recent ? (keepSearches ? recents() : []) : suggestionsFor(typed, caret, sidebar, names);

  const show = (at: number | null): void => {
    setCaret(at);
    setActive(-1);
  };
  const onKey: Completion['onKey'] = ({ key }, take) => {
    if (items.length === 0) return false;
    const chosen = items[active];
    if (key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (key === 'ArrowUp') setActive((active < 0 ? items.length : active) - 1);
    else if (key === 'Escape') show(null);
    else if (chosen && (key === 'Enter' || key === 'Tab')) take(chosen);
    else return false;
    return true;
  };
  return {
    items,
    recent,
    active,
    show,
    onKey,
    remember: (query) => {
      if (keepSearches && query !== '' && recentSearches[0] !== query) {
        setSettings.mutate({ recentSearches: withRecent(recentSearches, query) });
      }
    },
    forget: () => setSettings.mutate({ recentSearches: [] }),
  };
}
