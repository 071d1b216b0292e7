import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { refusedFromWindow } from '../adapters/web/window-calls.ts';
import type { CallResult } from '../contract/errors.ts';
import type { App } from '../core/app.ts';
import { AppError } from '../core/errors.ts';
import { ANNOUNCE_CHANNEL, CALL_CHANNEL, type Announcement } from './channels.ts';
import { isWindowPage } from './addresses.ts';

/** Binds the core to our windows: one way to call, checked for who calls. */
export function serveCalls(app: Pick<App, 'dispatch'>, windows: () => readonly BrowserWindow[]): void {
  ipcMain.handle(CALL_CHANNEL, async (event, method: unknown, input: unknown): Promise<CallResult<unknown>> => {
    if (!isOurs(event, windows())) {
      return refuse(new AppError('no-permission', 'Only a window of Offprint may use the library.'));
    }
    if (typeof method !== 'string') return refuse(new AppError('invalid-input', 'A call needs the name of a method.'));
    return refusedFromWindow(method, input) ?? app.dispatch(method, input);
  });
}

const refuse = (error: AppError): CallResult<never> => ({ ok: false, error: error.toJSON() });

/** The main frame of a window of ours, showing our page: not a frame in it, and not something it was made to load. */
function isOurs(event: IpcMainInvokeEvent, windows: readonly BrowserWindow[]): boolean {
  const frame = event.senderFrame;
  if (frame === null || !isWindowPage(frame.url)) return false;
  return windows.some((window) => !window.isDestroyed() && frame === window.webContents.mainFrame);
}

/** Tells the window something; nobody listens while there is none. */
export function announce(window: BrowserWindow | null, announcement: Announcement): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send(ANNOUNCE_CHANNEL, announcement);
}
