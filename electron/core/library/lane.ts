/** Runs tasks one after another, in the order they came. A task that fails does not hold up the next. */
export class Lane {
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  /** Settles when everything asked for so far has run. */
  async idle(): Promise<void> {
    await this.#tail;
  }
}
