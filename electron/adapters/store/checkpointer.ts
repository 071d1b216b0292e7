/** What a checkpoint works on. */
export interface CheckpointTarget {
  rotate(): Promise<{ names: string[]; documents: string[] }>;
  writeDocument(document: string): Promise<void>;
  retire(names: readonly string[]): Promise<void>;
  /** Bytes in the newest journal file. */
  size(): number;
  /** Nothing to do, or nothing may be done. */
  isIdle(): boolean;
}

/** Milliseconds before a checkpoint that failed by itself is tried again. */
const RETRY_AFTER = 60_000;

/** Folds the journal into the documents: by itself when it has grown or nothing has happened for a while, one at a time. */
export class Checkpointer {
  readonly #target: CheckpointTarget;
  readonly #rotateBytes: number;
  readonly #idleMs: number;
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #holds = 0;
  #released: (() => void)[] = [];
  #stopped = false;

  constructor(target: CheckpointTarget, rotateBytes: number, idleMs: number) {
    this.#target = target;
    this.#rotateBytes = rotateBytes;
    this.#idleMs = idleMs;
  }

  /** A change was journalled. */
  touched(): void {
    if (this.#target.size() >= this.#rotateBytes && !this.#running) this.#runBySelf();
    else this.#wait(this.#idleMs);
  }

  /** Resolves when everything durable before the call is in the documents. Waits while an export holds them. */
  async run(): Promise<void> {
    while (this.#holds > 0 || this.#running) {
      // One that is under way may have passed a document already.
      if (this.#running) await this.#running.catch(() => undefined);
      else await new Promise<void>((resolve) => this.#released.push(resolve));
    }
    await this.#start();
  }

  /** The journal has grown far beyond a checkpoint's size: a bulk edit waits here, so that memory stays bounded. */
  async catchUp(): Promise<void> {
    if (this.#target.size() >= this.#rotateBytes && this.#holds === 0) await (this.#running ?? this.#start()).catch(() => undefined);
  }

  /** Starts no checkpoint until the returned function is called; `settled` waits for the one under way. */
  hold(): () => void {
    this.#holds++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#holds > 0) return;
      for (const resolve of this.#released.splice(0)) resolve();
      this.#wait(this.#idleMs);
    };
  }

  get held(): boolean {
    return this.#holds > 0;
  }

  async settled(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }

  /** No more checkpoints by itself; waits for the one under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.settled();
  }

  #wait(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => this.#runBySelf(), ms);
    this.#timer.unref();
  }

  #runBySelf(): void {
    if (this.#stopped || this.#holds > 0 || this.#running || this.#target.isIdle()) return;
    // Nothing is lost by a checkpoint that fails: the journal still holds it all.
    this.#start().catch(() => this.#wait(RETRY_AFTER));
  }

  #start(): Promise<void> {
    this.#running = this.#checkpoint().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #checkpoint(): Promise<void> {
    if (this.#target.isIdle()) return;
    const { names, documents } = await this.#target.rotate();
    for (const document of documents) await this.#target.writeDocument(document);
    await this.#target.retire(names);
  }
}
