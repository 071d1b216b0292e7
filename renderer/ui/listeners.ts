export interface Listeners {
  /** Listens until `stop`. */
  on<T extends Event>(target: EventTarget, type: string, listener: (event: T) => void, options?: AddEventListenerOptions): void;
  stop(): void;
}

/**
 * Listeners that end together. (An AbortSignal would do the same, but signals of this window are refused by targets of another realm in
 * some DOMs, and the article's frame is one.)
 */
export function createListeners(): Listeners {
  const ends: (() => void)[] = [];
  return {
    on(target, type, listener, options = {}) {
      target.addEventListener(type, listener as EventListener, options);
      ends.push(() => target.removeEventListener(type, listener as EventListener, options));
    },
    stop() {
      for (const end of ends.splice(0)) end();
    },
  };
}
