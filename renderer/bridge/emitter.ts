import type { BridgeEvents, BridgeEventType } from './types.ts';

type Listener<T extends BridgeEventType> = (event: BridgeEvents[T]) => void;

export interface Emitter {
  on<T extends BridgeEventType>(type: T, listener: Listener<T>): () => void;
  emit<T extends BridgeEventType>(type: T, event: BridgeEvents[T]): void;
}

/** Listeners by event type. A listener may unsubscribe while an event is being delivered. */
export function createEmitter(): Emitter {
  const listeners = new Map<BridgeEventType, Set<(event: never) => void>>();
  return {
    on(type, listener) {
      const set = listeners.get(type) ?? new Set();
      listeners.set(type, set.add(listener));
      return () => {
        set.delete(listener);
      };
    },
    emit(type, event) {
      for (const listener of [...(listeners.get(type) ?? [])]) (listener as Listener<typeof type>)(event);
    },
  };
}
