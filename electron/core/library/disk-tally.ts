import type { DiskGroup } from '../../contract/entities.ts';
import { imagesOf, type ArticleRecord } from '../domain/records.ts';

interface Measured {
  /** Bytes of its own folder. */
  readonly own: number;
  /** Numbers of its images, each once. */
  readonly images: readonly number[];
}

/** Adds up what articles take of the disk, by group. An image that articles share is counted once, and goes only with the last of them. */
export class DiskTally {
  readonly #imageBytes: number[] = [];
  /** How many articles (or others) show the image of that number. */
  readonly #uses: number[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #articles: Measured[] = [];
  readonly #groups = new Map<string, number[]>();

  /** @param images bytes by library path */
  constructor(images: ReadonlyMap<string, number>) {
    for (const [path, bytes] of images) {
      this.#numbers.set(path, this.#imageBytes.length);
      this.#imageBytes.push(bytes);
      this.#uses.push(0);
    }
  }

  get articles(): number {
    return this.#articles.length;
  }

  get texts(): number {
    return this.#articles.reduce((sum, { own }) => sum + own, 0);
  }

  /** An image that something other than an article shows: no article's deletion frees it. */
  use(image: string): void {
    const number = this.#numbers.get(image);
    if (number !== undefined) this.#uses[number] = (this.#uses[number] ?? 0) + 1;
  }

  /** @param own bytes of the article's folder; `groups`: keys of the caller's own, each once */
  add(record: Pick<ArticleRecord, 'images' | 'versions'>, own: number, groups: Iterable<string>): void {
    const paths = new Set(imagesOf(record));
    const images = [...paths].flatMap((path) => this.#numbers.get(path) ?? []);
    for (const path of paths) this.use(path);
    const at = this.#articles.push({ own, images }) - 1;
    for (const group of groups) {
      const members = this.#groups.get(group);
      if (members) members.push(at);
      else this.#groups.set(group, [at]);
    }
  }

  /** Of the groups that have articles. */
  keys(): string[] {
    return [...this.#groups.keys()];
  }

  group(key: string): Pick<DiskGroup, 'articles' | 'bytes' | 'frees'> {
    const members = this.#groups.get(key) ?? [];
    const shown = new Map<number, number>();
    let own = 0;
    for (const at of members) {
      const article = this.#articles[at];
      own += article?.own ?? 0;
      for (const image of article?.images ?? []) shown.set(image, (shown.get(image) ?? 0) + 1);
    }
    let [bytes, frees] = [own, own];
    for (const [image, count] of shown) {
      const size = this.#imageBytes[image] ?? 0;
      bytes += size;
      if (count === this.#uses[image]) frees += size;
    }
    return { articles: members.length, bytes, frees };
  }
}
