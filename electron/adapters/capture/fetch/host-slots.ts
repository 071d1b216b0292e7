/**
 * Requests under way at each host, over all captures of the program: the rest wait for their turn. Two are as many as the oldest rule of
 * good manners allows (RFC 2616, 8.1.4).
 */
export class HostSlots {
  readonly #most: number;
  readonly #hosts = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Resolves with how to give the turn back; rejects with the signal's reason where that ends first. */
  async take(host: string, signal: AbortSignal): Promise<() => void> {
    const entry = this.#hosts.get(host) ?? { running: 0, waiting: [] };
    this.#hosts.set(host, entry);
    if (entry.running < this.#most) {
      entry.running += 1;
    } else {
      await new Promise<void>((resolve, reject) => {
        const turn = (): void => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        const leave = (): void => {
          const at = entry.waiting.indexOf(turn);
          if (at >= 0) entry.waiting.splice(at, 1);
          reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
        };
        entry.waiting.push(turn);
        signal.addEventListener('abort', leave, { once: true });
      });
    }
    let given = false;
    return () => {
      if (given) return;
      given = true;
      // The turn passes on without being counted down.
      const next = entry.waiting.shift();
      if (next) next();
      else if (--entry.running === 0) this.#hosts.delete(host);
    };
  }
}
