/** Many may pass together, or one alone; whoever wants to pass alone waits for those inside, and newcomers wait for it. */
export class Gate {
  #inside = 0;
  #closed: Promise<void> | null = null;
  #emptied: (() => void) | null = null;

  async together<T>(task: () => Promise<T>): Promise<T> {
    while (this.#closed) await this.#closed;
    this.#inside += 1;
    try {
      return await task();
    } finally {
      this.#inside -= 1;
      if (this.#inside === 0) this.#emptied?.();
    }
  }

  async alone<T>(task: () => Promise<T>): Promise<T> {
    while (this.#closed) await this.#closed;
    let open: () => void = () => undefined;
    this.#closed = new Promise((resolve) => (open = resolve));
    try {
      if (this.#inside > 0) await new Promise<void>((resolve) => (this.#emptied = resolve));
      return await task();
    } finally {
      this.#emptied = null;
      this.#closed = null;
      open();
    }
  }
}
