import type { CallResult } from '../../electron/contract/errors.ts';
import type { AppEvent } from '../../electron/contract/events.ts';
import type { MethodName, MethodOutput } from '../../electron/contract/methods.ts';
import { createEmitter } from './emitter.ts';
import { BridgeError, type Bridge, type Platform } from './types.ts';

/** What the preload puts on `window.offprint`. */
export interface PreloadApi {
  call(method: string, input: unknown): Promise<CallResult<unknown>>;
  on(channel: 'event', listener: (event: AppEvent) => void): () => void;
  on(channel: 'command', listener: (event: { id: string }) => void): () => void;
  readonly platform: string;
}

declare global {
  interface Window {
    readonly offprint?: PreloadApi;
  }
}

export function platformOf(name: string): Platform {
  return name === 'darwin' || name === 'win32' ? name : 'linux';
}

/** The bridge over Electron's preload. */
export function createPreloadBridge(api: PreloadApi): Bridge {
  const emitter = createEmitter();
  api.on('event', (event) => emitter.emit(event.type, event));
  api.on('command', (event) => emitter.emit('command', event));
  return {
    platform: platformOf(api.platform),
    on: emitter.on,
    async call<M extends MethodName>(method: M, input: unknown) {
      const result = await api.call(method, input);
      if (!result.ok) throw new BridgeError(result.error);
      return result.value as MethodOutput<M>;
    },
  };
}
