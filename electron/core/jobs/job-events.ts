/** Milliseconds between two announcements at least; longer where the list is long. */
const INTERVAL = 100;

/** Announces a list that changes often at most about ten times a second; the last state always comes. */
export class JobEvents {
  readonly #announce: () => number;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #pending = false;

  /** `announce` sends the whole list and answers with its length. */
  constructor(announce: () => number) {
    this.#announce = announce;
  }

  changed(): void {
    this.#pending = true;
    if (this.#timer === null) this.#send();
  }

  /** Sends what is waiting, now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#pending) {
      this.#pending = false;
      this.#announce();
    }
  }

  #send(): void {
    this.#pending = false;
    const length = this.#announce();
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        if (this.#pending) this.#send();
      },
      INTERVAL + length / 5,
    );
  }
}
