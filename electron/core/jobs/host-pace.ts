/** How fast one queue may go, altogether and with each host. */
export interface Pace {
  /** Pieces of work under way at once. */
  readonly total: number;
  /** Of these, for one host. */
  readonly perHost: number;
  /** Milliseconds from one start to the next at one host. This computer's own servers need none. */
  readonly gap: number;
  /** Milliseconds before the first new try; each further one waits four times as long. */
  readonly retry: number;
}

export const PACE: Pace = { total: 6, perHost: 2, gap: 200, retry: 2_000 };

/** No host is waited for longer than this, whatever it asks for, in milliseconds. */
export const LONGEST_WAIT = 3_600_000;

const OWN = /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * Which hosts may be asked now. A host is closed for a moment after each start, and for as long as it asks for (`Retry-After`); `reopened`
 * is told when one may be asked again. Work without a host (a file) has the empty name and is limited in number only.
 */
export class HostPace {
  readonly #pace: Pace;
  readonly #reopened: () => void;
  readonly #running = new Map<string, number>();
  readonly #closed = new Map<string, { timer: ReturnType<typeof setTimeout>; until: number }>();
  #total = 0;

  constructor(pace: Pace, reopened: () => void) {
    this.#pace = pace;
    this.#reopened = reopened;
  }

  get full(): boolean {
    return this.#total >= this.#pace.total;
  }

  mayStart(host: string): boolean {
    return !this.full && !this.#closed.has(host) && (this.#running.get(host) ?? 0) < this.#pace.perHost;
  }

  started(host: string): void {
    this.#total += 1;
    this.#running.set(host, (this.#running.get(host) ?? 0) + 1);
    if (host !== '' && this.#pace.gap > 0 && !OWN.test(host)) this.close(host, this.#pace.gap);
  }

  ended(host: string): void {
    this.#total -= 1;
    const left = (this.#running.get(host) ?? 1) - 1;
    if (left > 0) this.#running.set(host, left);
    else this.#running.delete(host);
  }

  /** Nothing more for this host in the next `ms` milliseconds. A longer wait that was asked for before stays. */
  close(host: string, ms: number): void {
    const wait = Math.min(ms, LONGEST_WAIT);
    const before = this.#closed.get(host);
    const until = Date.now() + wait;
    if (before && before.until >= until) return;
    if (before) clearTimeout(before.timer);
    const timer = setTimeout(() => {
      this.#closed.delete(host);
      this.#reopened();
    }, wait);
    this.#closed.set(host, { timer, until });
  }

  stop(): void {
    for (const { timer } of this.#closed.values()) clearTimeout(timer);
    this.#closed.clear();
  }
}

/**
 * Milliseconds to wait before try number `tried + 1`: exponential, at most ten minutes, and spread by half to one and a half so that many
 * failures at once do not come back at once. `chance` is 0–1.
 */
export function backOff(tried: number, chance: number, { retry }: Pace): number {
  return Math.min(retry * 4 ** (tried - 1), 600_000) * (0.5 + chance);
}
