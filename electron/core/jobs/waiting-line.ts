/** What a line must know of a piece of work to give it its turn. */
export interface Waiting {
  readonly id: string;
  readonly host: string;
  readonly priority: number;
  /** Order of coming. */
  readonly number: number;
}

/**
 * Work that waits, by host: of the hosts that may be asked, the one whose first has the highest priority goes next; among equals the host
 * that was served longest ago, so that five hundred links of one site do not hold up one of another.
 */
export class WaitingLine<T extends Waiting> {
  readonly #hosts = new Map<string, T[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(item: T): void {
    const line = this.#hosts.get(item.host);
    this.#size += 1;
    if (!line) {
      this.#hosts.set(item.host, [item]);
      return;
    }
    let [low, high] = [0, line.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = line[middle];
      if (other && before(other, item)) low = middle + 1;
      else high = middle;
    }
    line.splice(low, 0, item);
  }

  remove(item: T): boolean {
    const line = this.#hosts.get(item.host);
    const at = line?.indexOf(item) ?? -1;
    if (!line || at < 0) return false;
    line.splice(at, 1);
    this.#size -= 1;
    if (line.length === 0) this.#hosts.delete(item.host);
    return true;
  }

  /** Takes the next one whose host may be asked; null where there is none. */
  take(mayStart: (item: T) => boolean): T | null {
    let best: T | null = null;
    for (const line of this.#hosts.values()) {
      const [first] = line;
      if (first && (best === null || first.priority > best.priority) && mayStart(first)) best = first;
    }
    if (best === null) return null;
    this.remove(best);
    const rest = this.#hosts.get(best.host);
    if (rest) {
      // Served now: to the end of the turns.
      this.#hosts.delete(best.host);
      this.#hosts.set(best.host, rest);
    }
    return best;
  }
}

function before(a: Waiting, b: Waiting): boolean {
  return a.priority === b.priority ? a.number < b.number : a.priority > b.priority;
}
