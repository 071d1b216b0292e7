import type { z } from 'zod';
import type { verifyReportSchema } from '../../contract/entities.ts';
import type { OpenReport } from '../../core/ports.ts';

export type VerifyReport = z.infer<typeof verifyReportSchema>;

/** Collects what a library check finds. */
export class Findings {
  readonly #notes: string[] = [];
  readonly #problems: VerifyReport['problems'] = [];
  readonly #checked = { articles: 0, files: 0, images: 0, bytes: 0 };

  note(message: string): void {
    this.#notes.push(message);
  }

  problem(message: string, articleId: string | null, path: string | null): void {
    this.#problems.push({ message, articleId, path });
  }

  /** Counts something that was looked at; `bytes` of a file that was read. */
  count(what: 'articles' | 'files' | 'images', bytes = 0): void {
    this.#checked[what]++;
    this.#checked.bytes += bytes;
  }

  report(notes: readonly string[], opening: OpenReport['problems']): VerifyReport {
    const problems = [...opening.map(({ message, path }) => ({ message, articleId: null, path })), ...this.#problems];
    return { ok: problems.length === 0, checked: { ...this.#checked }, notes: [...notes, ...this.#notes], problems };
  }
}
