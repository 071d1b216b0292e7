import { useEffect } from 'react';
import { useBridge } from '../bridge/context.tsx';
import { useUndo } from '../bridge/mutations.ts';
import { useSetSettings, useSettings } from '../bridge/queries.ts';
import { currentKeys } from '../commands/current-keys.ts';
import { dispatchKey, setKeyContext } from '../commands/dispatch.ts';
import { isCommandId, runCommand, useCommands } from '../commands/registry.ts';
import { placeOf } from '../commands/where.ts';
import { NO_SELECTION } from '../state/selection.ts';
import { useUiStore } from '../state/ui-store.ts';
import { cyclePane } from './focus-pane.ts';

/** Downloads the library as one archive; the host makes it while it is being sent. */
function download(): void {
  const link = document.createElement('a');
  link.href = '/export/library.zip';
  link.download = '';
  link.click();
}

/** Out one level: the drawer, the selection, the reader, the search. Returns false where there is nothing to leave. */
function back(): boolean {
  const ui = useUiStore.getState();
  if (ui.focusMode) useUiStore.setState({ focusMode: false });
  else if (ui.drawerOpen) ui.setDrawerOpen(false);
  else if (ui.selection.ids.size > 0) ui.setSelection(NO_SELECTION);
  else if (ui.pane === 'reader') ui.focusPane('list');
  else if (ui.query !== '') ui.setQuery('');
  else return false;
  return true;
}

/** Handles the commands of the window itself, and lets keys and the native menu run every command. */
export function useShellCommands(): void {
  const bridge = useBridge();
  const undo = useUndo();
  const settings = useSettings();
  const { singleKeys, sidebarCollapsed, listCollapsed } = settings;
  const { mutate: setSettings } = useSetSettings();

  useCommands({
    'library.add': () => useUiStore.getState().openDialog({ kind: 'add' }),
    'library.export': download,
    'library.import': () => useUiStore.getState().openDialog({ kind: 'settings', tab: 'library' }),
    'library.verify': () => useUiStore.getState().openDialog({ kind: 'settings', tab: 'library' }),
    'library.health': () => useUiStore.getState().openDialog({ kind: 'health' }),
    'app.settings': () => useUiStore.getState().openDialog({ kind: 'settings' }),
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

  useEffect(() => {
    const map = currentKeys(settings);
    setKeyContext(() => ({ platform: bridge.platform, singleKeys, keys: map, dialogOpen: useUiStore.getState().dialog !== null }));
  }, [bridge.platform, settings, singleKeys]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => void dispatchKey(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  useEffect(
    () =>
      bridge.on('command', ({ id }) => {
        if (!isCommandId(id)) return;
        // Undo of the menu belongs to the text being typed, where there is one.
        const typing = placeOf(document.activeElement) === 'text-field';
        if (typing && (id === 'edit.undo' || id === 'edit.redo')) document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
        else if (useUiStore.getState().dialog === null) runCommand(id);
      }),
    [bridge],
  );
}
