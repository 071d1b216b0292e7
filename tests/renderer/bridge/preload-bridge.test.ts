import { describe, expect, it, vi } from 'vitest';
import type { AppEvent } from '../../../electron/contract/events.ts';
import { createPreloadBridge, type PreloadApi } from '../../../renderer/bridge/preload-bridge.ts';

function fakePreload(result: unknown): { api: PreloadApi; say: (channel: string, payload: unknown) => void } {
  const listeners = new Map<string, (payload: never) => void>();
  const api: PreloadApi = {
    platform: 'darwin',
    call: vi.fn(() => Promise.resolve(result as never)),
    on: (channel: string, listener: (payload: never) => void) => {
      listeners.set(channel, listener);
      return () => listeners.delete(channel);
    },
  };
  return { api, say: (channel, payload) => listeners.get(channel)?.(payload as never) };
}

describe('the bridge over the preload', () => {
  it('gives values and rejects with the core’s errors', async () => {
    const good = createPreloadBridge(fakePreload({ ok: true, value: { done: 'x' } }).api);
    expect(await good.call('undo.undo', {})).toMatchObject({ done: 'x' });
    expect(good.platform).toBe('darwin');
    const error = { code: 'disk-full', message: 'The disk is full.', details: {}, retryable: true };
    const bad = createPreloadBridge(fakePreload({ ok: false, error }).api);
    await expect(bad.call('undo.undo', {})).rejects.toMatchObject({ code: 'disk-full', message: 'The disk is full.' });
  });

  it('sorts events by their type and hands commands on', () => {
    const { api, say } = fakePreload(null);
    const bridge = createPreloadBridge(api);
    const undo = vi.fn();
    const command = vi.fn();
    bridge.on('undo', undo);
    bridge.on('command', command);
    const event: AppEvent = { type: 'undo', state: { undo: null, redo: null } };
    say('event', event);
    say('event', { type: 'jobs', jobs: [] });
    say('command', { id: 'library.add' });
    expect(undo).toHaveBeenCalledExactlyOnceWith(event);
    expect(command).toHaveBeenCalledExactlyOnceWith({ id: 'library.add' });
  });
});
