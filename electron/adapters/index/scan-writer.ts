import type { IndexWriter } from '../../core/ports.ts';
import type { IndexBatch } from './batch.ts';

/** Stands in for the index where there is none: hands every batch on, and starts from nothing each time. */
export class ScanWriter implements IndexWriter {
  readonly mode = 'scan';
  private readonly forward: ((batch: IndexBatch) => void) | undefined;
  private readonly held = new Set<string>();
  private seq = 0;

  constructor(forward: ((batch: IndexBatch) => void) | undefined) {
    this.forward = forward;
  }

  get appliedSeq(): number {
    return this.seq;
  }

  async apply(batch: IndexBatch): Promise<void> {
    for (const id of batch.remove) this.held.delete(id);
    for (const { record } of batch.upsert) this.held.add(record.id);
    this.forward?.(batch);
    this.seq = batch.seq;
  }

  async ids(): Promise<ReadonlySet<string>> {
    return new Set(this.held);
  }

  async close(): Promise<void> {
    this.held.clear();
  }
}
