import cases from '../adapters/index/search-cases.json' with { type: 'json' };
import { CASES, DOCUMENTS } from '../core/search/cases.table.ts';
import type { Engine } from './engines/engine.ts';

export interface Quality {
  /** Cases of the shared set in which the expected text is found. */
  readonly shared: number;
  readonly sharedOf: number;
  /** Cases of our own in which exactly the expected texts are found. */
  readonly own: number;
  readonly ownOf: number;
}

/** How many search cases an engine passes, with the settings that its README begins with. */
export async function qualityOf(search: NonNullable<Engine['quality']>, folder: string): Promise<Quality> {
  const shared = await search(
    cases.documents,
    cases.cases.map(({ query }) => query),
    folder,
  );
  const own = await search(
    DOCUMENTS,
    CASES.map(([query]) => query),
    folder,
  );
  return {
    shared: cases.cases.filter(({ finds }, i) => shared[i]?.includes(finds)).length,
    sharedOf: cases.cases.length,
    own: CASES.filter(([, finds], i) => sameSet(own[i] ?? [], finds)).length,
    ownOf: CASES.length,
  };
}

function sameSet(a: readonly number[], b: readonly number[]): boolean {
  const left = new Set(a);
  return left.size === new Set(b).size && b.every((one) => left.has(one));
}
