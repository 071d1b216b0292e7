import { useEffect } from 'react';
import { useBridge } from '../bridge/context.tsx';
import { useSettings } from '../bridge/queries.ts';
import { currentKeys } from '../commands/current-keys.ts';
import { dispatchKey, setKeyContext } from '../commands/dispatch.ts';
import { isCommandId, runCommand } from '../commands/registry.ts';
import { placeOf } from '../commands/where.ts';
import { useUiStore } from '../state/ui-store.ts';

/** Lets keys and the native menu run every command. */
export function useCommandKeys(): void {
  const bridge = useBridge();
  const settings = useSettings();
  const { singleKeys } = settings;
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
