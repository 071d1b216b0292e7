/** Lets calls through, or makes them wait while something is being exchanged behind it. */
export class Gate {
  #held: Promise<void> | null = null;

  /** Null where the way is free, so that nothing waits a turn without need. */
  get waiting(): Promise<void> | null {
    return this.#held;
  }

  /** Holds every later call until `work` has settled. One at a time. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    while (this.#held !== null) await this.#held;
    let release = (): void => undefined;
    this.#held = new Promise((resolve) => (release = resolve));
    try {
      return await work();
    } finally {
      this.#held = null;
      release();
    }
  }
}
