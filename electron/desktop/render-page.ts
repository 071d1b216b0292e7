import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session, type WebContents } from 'electron';
import { httpError } from '../adapters/capture/fetch/failures.ts';
import { openGuardedProxy } from '../adapters/capture/fetch/guarded-proxy.ts';
import { parseAddress } from '../core/domain/address.ts';
import { AppError } from '../core/errors.ts';
import type { RenderedPage } from '../core/ports.ts';

/**
 * Loads a page with its scripts in a hidden, sandboxed window that is thrown away with everything it stored. Its only network is a proxy of
 * ours that reaches what a capture may reach (guarded-proxy.ts); it gets no permission, no download, no window and no cookie of a site, and sends no referrer.
 */

/** Milliseconds for all of it. */
const TIME_LIMIT = 30_000;
/** Bytes that may come in, whatever they are for. */
const MAX_BYTES = 60_000_000;
/** Characters of the page as it stands then. */
const MAX_HTML = 10_000_000;
/** Milliseconds between two looks at the page; its text has to be the same so many times. */
const LOOK_EVERY = 300;
const LOOKS_ALIKE = 4;
/** The page's own scripts see nothing of what is asked here. */
const WORLD = 1001;

const ALLOWED = new Set(['http:', 'https:', 'ws:', 'wss:', 'data:', 'blob:', 'about:']);
const UNWANTED = new Set(['media', 'font', 'subFrame', 'object', 'ping', 'cspReport']);

const throwAway = new WeakSet<Session>();

/** True for the contents of such a window: rules for our own windows are not for them. */
export function isRendered(contents: WebContents): boolean {
  return throwAway.has(contents.session);
}

export async function renderPage(typed: string): Promise<RenderedPage> {
  const address = parseAddress(typed);
  const proxy = await openGuardedProxy(address, { maxBytes: MAX_BYTES });
  const own = throwAwaySession();
  const window = new BrowserWindow({
    show: false,
    width: 1280,
    height: 1600,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webgl: false,
      disableDialogs: true,
      devTools: false,
      navigateOnDragDrop: false,
      backgroundThrottling: false,
      autoplayPolicy: 'document-user-activation-required',
    },
  });
  try {
    await own.setProxy({
      proxyRules: `http=127.0.0.1:${String(proxy.port)};https=127.0.0.1:${String(proxy.port)}`,
      proxyBypassRules: '<-loopback>',
    });
    const { webContents: contents } = window;
    contents.setAudioMuted(true);
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!/^https?:/i.test(event.url)) event.preventDefault();
    });
    // A page that asks before it is left stays for nobody.
    contents.on('will-prevent-unload', (event) => event.preventDefault());
    return await withinTime(load(contents, address), address.hostname);
  } finally {
    window.destroy();
    await proxy.close();
    await own.clearStorageData().catch(() => undefined);
  }
}

function throwAwaySession(): Session {
  // Without `persist:` it lives in memory only.
  const own = session.fromPartition(`rendered-${randomUUID()}`, { cache: false });
  throwAway.add(own);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setSpellCheckerEnabled(false);
  own.on('will-download', (event) => event.preventDefault());
  own.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    let allowed = false;
    try {
      allowed = ALLOWED.has(new URL(url).protocol) && !UNWANTED.has(resourceType);
    } catch {
      // What is no address is not loaded.
    }
    answer({ cancel: !allowed });
  });
  // What a site sets is not kept for the next request; what a script sets lasts as long as the window.
  own.webRequest.onHeadersReceived(({ responseHeaders = {} }, answer) => {
    answer({ responseHeaders: Object.fromEntries(Object.entries(responseHeaders).filter(([name]) => !/^set-cookie$/i.test(name))) });
  });
  own.webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    answer({ requestHeaders: Object.fromEntries(Object.entries(requestHeaders).filter(([name]) => !/^referer$/i.test(name))) });
  });
  return own;
}

async function load(contents: WebContents, address: URL): Promise<RenderedPage> {
  let failure: string | null = null;
  let status = 0;
  contents.on('did-navigate', (_event, _url, code) => (status = code));
  // A script that goes on elsewhere ends the first load; what it came to is looked at below.
  await contents.loadURL(address.href).catch((error: unknown) => {
    const { code } = error as { code?: string };
    if (code !== 'ERR_ABORTED') failure = code ?? 'ERR_FAILED';
  });
  if (failure !== null)
    throw new AppError(
      'connection-failed',
      `“${address.hostname}” could not be loaded with its scripts. Check the address and the connection.`,
      {
        details: { host: address.hostname, reason: failure },
        retryable: true,
      },
    );
  if (status >= 400) throw httpError(address.hostname, status, null);
  let alike = 0;
  let before = -1;
  while (alike < LOOKS_ALIKE) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    const length = await ask(contents, 'document.body ? document.body.innerText.length : 0');
    alike = length === before && !contents.isLoadingMainFrame() ? alike + 1 : 0;
    before = Number(length);
  }
  const html = await ask(contents, `document.documentElement.outerHTML.slice(0, ${String(MAX_HTML + 1)})`);
  const url = contents.getURL();
  if (typeof html !== 'string' || !/^https?:/i.test(url))
    throw new AppError('not-an-article', 'The page showed nothing that can be saved.', { retryable: false });
  if (html.length > MAX_HTML)
    throw new AppError(
      'too-large',
      'The page is too large to be kept once its scripts have run. Save it as a file in a browser, and add the file.',
      {
        retryable: false,
      },
    );
  return { url, html: `<!doctype html>${html}` };
}

/** Asks in a world of our own. A page that is just going elsewhere has no answer. */
async function ask(contents: WebContents, code: string): Promise<unknown> {
  return contents.executeJavaScriptInIsolatedWorld(WORLD, [{ code }]).catch(() => null) as Promise<unknown>;
}

async function withinTime<T>(work: Promise<T>, host: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new AppError('timed-out', `“${host}” did not come to rest in time with its scripts. Try again later.`, { retryable: true })),
      TIME_LIMIT,
    );
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
