/** At most so many at a time, in the order they came. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

/** At most so many at a time for each name. */
export class SlotsBy {
  readonly #count: number;
  readonly #slots = new Map<string, { slots: Slots; users: number }>();

  constructor(count: number) {
    this.#count = count;
  }

  async run<T>(name: string, task: () => Promise<T>): Promise<T> {
    const entry = this.#slots.get(name) ?? { slots: new Slots(this.#count), users: 0 };
    this.#slots.set(name, entry);
    entry.users += 1;
    try {
      return await entry.slots.run(task);
    } finally {
      entry.users -= 1;
      if (entry.users === 0) this.#slots.delete(name);
    }
  }
}
