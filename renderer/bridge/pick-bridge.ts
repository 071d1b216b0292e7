import { browserPlatform, createHttpBridge } from './http-bridge.ts';
import { createPreloadBridge } from './preload-bridge.ts';
import type { Bridge } from './types.ts';

/** Electron's preload where there is one, otherwise the headless host this page came from. */
export function pickBridge(): Bridge {
  return window.offprint ? createPreloadBridge(window.offprint) : createHttpBridge(browserPlatform(navigator.userAgent));
}
