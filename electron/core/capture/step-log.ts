import type { ExplainLine, ReceiptStep } from '../../contract/entities.ts';
import { AppError } from '../errors.ts';

/** The steps of a capture as they happen: each with its result, a note and its time, in the receipt's order. */
export type StepName = ReceiptStep['name'];

/** What the person sees while a step runs. */
const SAYS: Readonly<Record<StepName, string>> = {
  fetch: 'Downloading the page',
  decode: 'Reading its letters',
  extract: 'Finding the article',
  'clean-up': 'Taking off the site’s furniture',
  sanitise: 'Making it safe',
  images: 'Downloading images',
  text: 'Reading the text',
  store: 'Storing',
};

export class StepLog {
  readonly #steps: ReceiptStep[] = [];
  readonly #now: () => number;
  readonly #announce: (sentence: string, progress: number | null) => void;

  /** `now` gives milliseconds from any start; `announce` gets a short sentence when a step begins or gets on. */
  constructor(now: () => number, announce: (sentence: string, progress: number | null) => void) {
    this.#now = now;
    this.#announce = announce;
  }

  get steps(): readonly ReceiptStep[] {
    return this.#steps;
  }

  /** Runs one step. `work` returns its value and the note. A failure is logged and thrown on. */
  async run<T>(
    name: StepName,
    work: (progress: (sentence: string, share: number | null) => void) => Promise<{ value: T; note: string; ok?: boolean }>,
  ): Promise<T> {
    const start = this.#now();
    this.#announce(SAYS[name], null);
    try {
      const { value, note, ok } = await work((sentence, share) => this.#announce(sentence, share));
      this.add(name, ok ?? true, note, this.#now() - start);
      return value;
    } catch (error) {
      this.add(name, false, error instanceof AppError ? error.message : 'This step failed.', this.#now() - start);
      throw error;
    }
  }

  /** Says that a step begins whose end is entered with `add`. */
  begin(name: StepName): void {
    this.#announce(SAYS[name], null);
  }

  /** Enters a step that was done elsewhere (the extraction worker times its own). */
  add(name: StepName, ok: boolean, note: string, ms: number, explain: readonly ExplainLine[] = []): void {
    this.#steps.push({
      name,
      ok,
      note,
      ms: Math.max(0, Math.round(ms * 10) / 10),
      ...(explain.length === 0 ? {} : { explain: [...explain] }),
    });
  }
}
