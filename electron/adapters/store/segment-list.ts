import { join } from 'node:path';
import { isSegment } from '../../core/domain/ids.ts';
import { readDocumentSeq } from './document-file.ts';
import { listFolder } from './files.ts';
import type { Journal } from './journal.ts';
import { ARTICLES_FOLDER, CONTENT_FOLDER, documentFile, inLibrary } from './layout.ts';
import { listArticleFolders } from './article-folder.ts';

/** Which segments there are, without reading them. */
export class SegmentList {
  readonly #root: string;
  readonly #segments: Set<string>;
  readonly #written: Set<string>;

  private constructor(root: string, segments: Iterable<string>, written: Iterable<string>) {
    this.#root = root;
    this.#segments = new Set(segments);
    this.#written = new Set(written);
  }

  /** Segments that have a file, a journalled change, or a folder of articles (whose file may have been lost). */
  static async read(root: string, journal: Journal): Promise<SegmentList> {
    const files = (await listFolder(join(root, ARTICLES_FOLDER))).flatMap((name) => /^(....)\.json$/.exec(name)?.[1] ?? []);
    const folders = await listFolder(join(root, CONTENT_FOLDER));
    return new SegmentList(root, [...files, ...folders, ...journal.pending.documents()].filter(isSegment), files);
  }

  has(segment: string): boolean {
    return this.#segments.has(segment);
  }

  add(segment: string): void {
    this.#segments.add(segment);
  }

  /** The segment's file has been written. */
  written(segment: string): void {
    this.#written.add(segment);
  }

  isWritten(segment: string): boolean {
    return this.#written.has(segment);
  }

  get newest(): string | null {
    return this.all().at(-1) ?? null;
  }

  /** Oldest first. */
  all(): string[] {
    return [...this.#segments].sort();
  }

  /** Ids of a segment that have a folder, committed or not. */
  folders(segment: string): Promise<string[]> {
    return listArticleFolders(this.#root, segment);
  }

  /** Segments with a change after `seq`, oldest first. Asks the journal where it goes back far enough, else each file's first bytes. */
  async changedAfter(seq: number, journal: Journal): Promise<string[]> {
    if (seq <= 0) return this.all();
    const inJournal = journal.pending.changedAfter(seq);
    if (seq >= journal.completeSince) return this.all().filter((segment) => inJournal.has(segment));
    const changed: string[] = [];
    for (const segment of this.all()) {
      if (inJournal.has(segment) || ((await this.seqOf(segment)) ?? Infinity) > seq) changed.push(segment);
    }
    return changed;
  }

  /** Seq in the segment's file; null where there is none or it cannot be read. */
  seqOf(segment: string): Promise<number | null> {
    return readDocumentSeq(inLibrary(this.#root, documentFile(segment)));
  }
}
