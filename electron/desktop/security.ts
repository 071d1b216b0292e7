import { app, shell, type Session, type WebContents } from 'electron';
import { externalAddress } from '../adapters/web/external-address.ts';
import { isRendered } from './render-page.ts';
import { isArticleFrame, isWindowPage, SCHEME } from './addresses.ts';

/** Schemes that never leave this computer. */
const LOCAL = new Set([`${SCHEME}:`, 'blob:', 'data:', 'about:', 'devtools:']);

/** Asks the system to open a web or mail address; anything else is refused with an `AppError`. */
export async function openExternal(address: string): Promise<void> {
  await shell.openExternal(externalAddress(address));
}

/** No window of this app goes anywhere, opens anything or embeds anything, whatever its page wants. */
export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // A page that runs its own scripts has rules of its own, and a network of its own.
    if (isRendered(contents)) return;
    contents.on('will-navigate', (event) => {
      if (!isWindowPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    lockFrames(contents);
    contents.setWindowOpenHandler(({ url }) => {
      // A link with a target: the person's browser shows it.
      void openExternal(url).catch(() => undefined);
      return { action: 'deny' };
    });
  });
}

function lockFrames(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame ? !isWindowPage(event.url) : !isArticleFrame(event.url)) event.preventDefault();
  });
}

/** No permission is granted but to fill the screen, no device is shown, and nothing but our own scheme is loaded. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === 'fullscreen' && isWindowPage(contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission) => (permission as string) === 'fullscreen');
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    let allowed = false;
    try {
      allowed = LOCAL.has(new URL(details.url).protocol);
    } catch {
      // What is no address is not loaded.
    }
    answer({ cancel: !allowed });
  });
}
