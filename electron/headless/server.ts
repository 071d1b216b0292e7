import { externalAddress } from '../adapters/web/external-address.ts';
import { createWebHandler } from '../adapters/web/handler.ts';
import { rendererRoot } from '../adapters/web/renderer-files.ts';
import { Closers } from '../adapters/threads/closers.ts';
import { hostInfo } from '../adapters/threads/host-info.ts';
import { openLibraryHost } from '../adapters/threads/library-host.ts';
import { openAppWindow, openInBrowser } from './browser.ts';
import { serveWindow } from './window-server.ts';

export interface HeadlessOptions {
  /** Folder of the library. */
  readonly root: string;
  /** 0 = any free port. */
  readonly port?: number;
  /** Open an app window of an installed browser. Without a display, or as root, none is opened. */
  readonly open: boolean;
  /** True where a library must be there already. */
  readonly mustExist?: boolean;
  /** Fill a new library with the sample articles. */
  readonly samples: boolean;
}

export interface Headless {
  /** Address to open, with the session's key. */
  readonly url: string;
  close(): Promise<void>;
}

/** The whole app without Electron: the library in its threads, and the window over HTTP on this computer only. Rejects with `AppError`s. */
export async function startHeadless({ root, port = 0, open, samples, mustExist = false }: HeadlessOptions): Promise<Headless> {
  const closers = new Closers();
  let url: string | null = null;
  try {
    const library = await openLibraryHost({
      root,
      mustExist,
      info: hostInfo('headless'),
      samples,
      host: { openExternal: (address) => openInBrowser(externalAddress(address)) },
      hello: () => ({ url }),
    });
    closers.add(() => library.close());
    const handler = createWebHandler({
      app: library.app,
      renderer: rendererRoot(),
      library: library.root,
      exportArchive: library.exportArchive,
    });
    const server = await serveWindow(library.app, handler, port);
    closers.add(() => server.close());
    url = server.url;
    if (open) openAppWindow(url);
    return { url, close: () => closers.close() };
  } catch (error) {
    await closers.close().catch(() => undefined);
    throw error;
  }
}
