import { useUndo } from '../bridge/mutations.ts';
import { useSetSettings, useSettings } from '../bridge/queries.ts';
import { useCommands } from '../commands/registry.ts';
import { NO_SELECTION } from '../state/selection.ts';
import { useUiStore } from '../state/ui-store.ts';
import { cyclePane } from './focus-pane.ts';
import { leaveFullScreen } from './use-full-screen.ts';

/** Downloads the library as one archive; the host makes it while it is being sent. */
function download(): void {
  const link = document.createElement('a');
  link.href = '/export/library.zip';
  link.download = '';
  link.click();
}

/** Out one level: full screen, the drawer, the selection, the reader, the search. Returns false where there is nothing to leave. */
function back(): boolean {
  const ui = useUiStore.getState();
  if (leaveFullScreen()) return true;
  if (ui.focusMode) useUiStore.setState({ focusMode: false });
  else if (ui.drawerOpen) ui.setDrawerOpen(false);
  else if (ui.selection.ids.size > 0) ui.setSelection(NO_SELECTION);
  else if (ui.pane === 'reader') ui.focusPane('list');
  else if (ui.query !== '') ui.setQuery('');
  else return false;
  return true;
}

/** Handles the commands of the window itself. */
export function useShellCommands(): void {
  const undo = useUndo();
  const { sidebarCollapsed, listCollapsed } = useSettings();
  const { mutate: setSettings } = useSetSettings();

  useCommands({
    'library.add': () => useUiStore.getState().openDialog({ kind: 'add' }),
    'library.export': download,
    'library.import': () => useUiStore.getState().openDialog({ kind: 'settings', tab: 'library' }),
    'library.verify': () => useUiStore.getState().openDialog({ kind: 'settings', tab: 'library' }),
    'library.health': () => useUiStore.getState().openDialog({ kind: 'health' }),
    'app.settings': () => useUiStore.getState().openDialog({ kind: 'settings' }),
    'help.about': () => useUiStore.getState().openDialog({ kind: 'settings', tab: 'about' }),
    'help.shortcuts': () => useUiStore.getState().openDialog({ kind: 'shortcuts' }),
    'collections.create': () => useUiStore.getState().openDialog({ kind: 'new-collection', parentId: null }),
    'rules.open': () => useUiStore.getState().openDialog({ kind: 'rules' }),
    'article.why': () => {
      const { activeId, cursor, openDialog } = useUiStore.getState();
      const id = cursor?.id ?? activeId;
      if (id === null) return false;
      openDialog({ kind: 'why', id });
      return true;
    },
    'smart.create': () => useUiStore.getState().openDialog({ kind: 'smart', id: null }),
    'edit.history': () => useUiStore.getState().openDialog({ kind: 'history' }),
    'palette.open': () => useUiStore.getState().openDialog({ kind: 'palette' }),
    'edit.undo': () => void undo('undo'),
    'edit.redo': () => void undo('redo'),
    'window.back': back,
    'library.recent': () => useUiStore.getState().setView({ kind: 'recent' }),
    'highlights.open': () => useUiStore.getState().showHighlights(),
    'reader.focus': () => useUiStore.setState((state) => ({ focusMode: !state.focusMode && state.activeId !== null })),
    'window.nextPane': () => cyclePane(1),
    'window.previousPane': () => cyclePane(-1),
    'window.toggleSidebar': () => {
      const { layout, drawerOpen, setDrawerOpen } = useUiStore.getState();
      if (layout === 'three') setSettings({ sidebarCollapsed: !sidebarCollapsed });
      else setDrawerOpen(!drawerOpen);
    },
    'window.toggleList': () => {
      const { layout, focusPane } = useUiStore.getState();
      if (layout === 'single') return false;
      setSettings({ listCollapsed: !listCollapsed });
      if (!listCollapsed) focusPane('reader');
      return true;
    },
  });
}
