import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { ANNOUNCE_CHANNEL, CALL_CHANNEL, type Announcement } from './channels.ts';

/** All that the window sees of the desktop. Runs sandboxed; nothing of Electron or Node itself is handed on. */
contextBridge.exposeInMainWorld('offprint', {
  /** Resolves with the call's result, also when it failed. */
  call: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  /** Returns the function that stops listening. */
  on: (kind: Announcement['kind'], listener: (payload: unknown) => void): (() => void) => {
    const hear = (_event: IpcRendererEvent, announcement: Announcement): void => {
      if (announcement.kind === kind) listener(announcement.payload);
    };
    ipcRenderer.on(ANNOUNCE_CHANNEL, hear);
    return () => ipcRenderer.removeListener(ANNOUNCE_CHANNEL, hear);
  },
  platform: process.platform,
});
