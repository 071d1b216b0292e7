import { create } from 'zustand';
import type { View } from '../../electron/contract/entities.ts';
import { NO_SELECTION, type Selection } from './selection.ts';

export type Pane = 'sidebar' | 'list' | 'reader';
/** Three panes; two with the sidebar as a drawer; or one at a time. By the width of the window. */
export type Layout = 'three' | 'drawer' | 'single';
export type SettingsTab = 'appearance' | 'reading' | 'keys' | 'limits' | 'library' | 'about';

/** The one dialog that is open. A dialog reads its own part and closes with `closeDialog`. */
export type Dialog =
  /** `text`: an address or pasted text to start with; `files`: files to start with. */
  | { kind: 'add'; text?: string; files?: File[] }
  | { kind: 'tag' | 'collect' | 'edit'; ids: string[] }
  | { kind: 'settings'; tab?: SettingsTab }
  | { kind: 'shortcuts' }
  | { kind: 'health' }
  | { kind: 'new-collection'; parentId: string | null }
  | { kind: 'look'; of: 'collection' | 'tag'; id: string }
  /** A smart collection: a new one from a query, or one that is there. */
  | { kind: 'smart'; id: string | null; query?: string }
  /** A tag that is to be renamed as another one is called already. */
  | { kind: 'merge-tags'; id: string; name: string }
  | { kind: 'unused-tags' }
  /** Subscribe: `address` to start with. */
  | { kind: 'add-feed'; address?: string }
  /** One feed's settings. */
  | { kind: 'feed'; id: string }
  /** All feeds; `files` are lists of feeds (OPML) to import. */
  | { kind: 'feeds'; files?: File[] }
  /** Get articles ready for reading without a network. */
  | { kind: 'offline' }
  /** Unsubscribe from feeds. */
  | { kind: 'remove-feeds'; ids: string[] }
  | { kind: 'history' }
  | { kind: 'rules' }
  | { kind: 'why'; id: string }
  /** What an article was before. */
  | { kind: 'versions'; id: string }
  | { kind: 'palette' }
  | { kind: 'purge'; ids: string[] };

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'error';
  readonly message: string;
  /** The core's undo label this toast stands for; its Undo button shows only while that is still what Undo would do. */
  readonly undo: string | null;
}

/** The row the keyboard is on. `fell` = the row under it went away and this one took its place, so "next" means this one. */
export interface Cursor {
  readonly index: number;
  readonly id: string;
  readonly fell: boolean;
}

export interface UiState {
  view: View;
  /** The query the list shows; empty for none. */
  query: string;
  /** Whether a query narrows the view or runs over the whole library. */
  scope: 'view' | 'everything';
  /** Counts the lists entered; part of every list's key. */
  visit: number;
  /** Ids read in this list: being read does not take them out of it until it is left. */
  keep: ReadonlySet<string>;
  /** The open article. */
  activeId: string | null;
  cursor: Cursor | null;
  /** A highlight to go to as soon as its article shows it. */
  target: { articleId: string; highlightId: string } | null;
  /** What stands beside the reader: the list of articles, or the highlights of the library. */
  screen: 'articles' | 'highlights';
  /** Nothing but the article. */
  focusMode: boolean;
  /** This window shows one article, and has neither list nor sidebar. */
  alone: boolean;
  selection: Selection;
  dialog: Dialog | null;
  /** The pane in use: the visible one in a narrow window, and the one F6 goes on from. */
  pane: Pane;
  layout: Layout;
  /** A pane that is to take the keyboard; the number tells two requests apart. */
  focusRequest: { pane: Pane; count: number } | null;
  /** The sidebar as a drawer, in a window too narrow for three panes. */
  drawerOpen: boolean;
  toast: Toast | null;
  /** What the live region says; the number makes the same words speak twice. */
  announcement: { text: string; count: number };

  setView: (view: View) => void;
  setQuery: (query: string) => void;
  /** Shows the highlights of the library in place of the list. */
  showHighlights: () => void;
  setScope: (scope: 'view' | 'everything') => void;
  /** Opens an article in the reader; `show` also gives it the keyboard (and turns a narrow window to it). */
  openArticle: (id: string | null, options?: { show?: boolean }) => void;
  setCursor: (cursor: Cursor | null) => void;
  setSelection: (selection: Selection) => void;
  keepInList: (ids: readonly string[]) => void;
  openDialog: (dialog: Dialog) => void;
  closeDialog: () => void;
  setPane: (pane: Pane) => void;
  /** Shows a pane and gives it the keyboard. */
  focusPane: (pane: Pane) => void;
  setLayout: (layout: Layout) => void;
  setDrawerOpen: (open: boolean) => void;
  showToast: (toast: Omit<Toast, 'id'>) => void;
  dismissToast: () => void;
  announce: (text: string) => void;
}

type Data = { [K in keyof UiState as UiState[K] extends (...args: never[]) => unknown ? never : K]: UiState[K] };

export const INITIAL_UI: Data = {
  view: { kind: 'all' },
  query: '',
  scope: 'view',
  visit: 0,
  keep: new Set(),
  activeId: null,
  cursor: null,
  target: null,
  screen: 'articles',
  focusMode: false,
  alone: false,
  selection: NO_SELECTION,
  dialog: null,
  pane: 'list',
  layout: 'three',
  focusRequest: null,
  drawerOpen: false,
  toast: null,
  announcement: { text: '', count: 0 },
};

let toasts = 0;

const request = (state: UiState, pane: Pane): Pick<UiState, 'focusRequest'> => ({
  focusRequest: { pane, count: (state.focusRequest?.count ?? 0) + 1 },
});

/** What a list that is entered starts with. */
const entered = (state: UiState): Partial<UiState> => ({ visit: state.visit + 1, keep: new Set(), cursor: null, selection: NO_SELECTION });

/** What tells two views of one kind apart. */
const named = (view: View): string => ('id' in view ? view.id : 'path' in view ? view.path : '');

export const sameView = (a: View, b: View): boolean => a.kind === b.kind && named(a) === named(b);

/** State of the window only. What the core knows lives in the query cache. */
export const useUiStore = create<UiState>()((set) => ({
  ...INITIAL_UI,
  setView: (view) =>
    set((state) =>
      sameView(state.view, view) && state.query === ''
        ? { screen: 'articles', pane: 'list', drawerOpen: false }
        : { ...entered(state), view, query: '', scope: 'view', screen: 'articles', pane: 'list', drawerOpen: false },
    ),
  setQuery: (query) => set((state) => (state.query === query ? {} : { ...entered(state), query, screen: 'articles' })),
  showHighlights: () => set({ screen: 'highlights', pane: 'list', drawerOpen: false }),
  setScope: (scope) => set((state) => (state.scope === scope ? {} : { ...entered(state), scope })),
  openArticle: (id, options = {}) =>
    set((state) => {
      if (!options.show) return { activeId: id };
      const pane = id === null ? 'list' : 'reader';
      return { activeId: id, pane, ...request(state, pane) };
    }),
  setCursor: (cursor) => set({ cursor }),
  setSelection: (selection) => set({ selection }),
  keepInList: (ids) => set((state) => ({ keep: new Set([...state.keep, ...ids]) })),
  openDialog: (dialog) => set({ dialog, drawerOpen: false }),
  closeDialog: () => set({ dialog: null }),
  setPane: (pane) => set((state) => (state.pane === pane ? {} : { pane })),
  focusPane: (pane) => set((state) => ({ pane, ...request(state, pane) })),
  setLayout: (layout) => set((state) => (state.layout === layout ? {} : { layout, drawerOpen: false })),
  setDrawerOpen: (drawerOpen) => set({ drawerOpen }),
  showToast: (toast) => set({ toast: { ...toast, id: ++toasts } }),
  dismissToast: () => set({ toast: null }),
  announce: (text) => set((state) => ({ announcement: { text, count: state.announcement.count + 1 } })),
}));
