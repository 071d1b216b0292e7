import { makeArticleId, nextSegment, segmentOf, SEGMENT_SIZE } from '../../core/domain/ids.ts';
import type { RandomText } from '../../core/ports.ts';
import type { SegmentCache } from './segment-cache.ts';
import type { SegmentList } from './segment-list.ts';
import { Serial } from './serial.ts';

/** Gives out ids for new articles, in the newest segment that has room. */
export class IdAllocator {
  readonly #segments: SegmentList;
  readonly #cache: SegmentCache;
  readonly #random: RandomText;
  readonly #reserved: Set<string>;
  readonly #serial = new Serial();

  /** @param reserved ids given out in this session and not committed; kept up to date by both sides */
  constructor(segments: SegmentList, cache: SegmentCache, random: RandomText, reserved: Set<string>) {
    this.#segments = segments;
    this.#cache = cache;
    this.#random = random;
    this.#reserved = reserved;
  }

  allocate(): Promise<string> {
    return this.#serial.run(async () => {
      for (let segment = this.#segments.newest ?? nextSegment(null); ; segment = nextSegment(segment)) {
        const id = await this.#idIn(segment);
        if (id === null) continue;
        this.#reserved.add(id);
        this.#segments.add(segment);
        return id;
      }
    });
  }

  /** Null where the segment is full. Articles, tombstones, folders and ids given out count: none is ever used twice. */
  #idIn(segment: string): Promise<string | null> {
    return this.#cache.use([segment], async ([document]) => {
      const { articles = {}, tombstones = {} } = document?.adapter.committed ?? {};
      const folders = await this.#segments.folders(segment);
      const reserved = [...this.#reserved].filter((id) => segmentOf(id) === segment);
      const taken = new Set([...Object.keys(articles), ...Object.keys(tombstones), ...folders, ...reserved]);
      if (taken.size >= SEGMENT_SIZE) return null;
      for (;;) {
        const candidate = makeArticleId(segment, this.#random);
        if (!taken.has(candidate)) return candidate;
      }
    });
  }
}
