import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import cases from './search-cases.json' with { type: 'json' };
import { openTestLibrary, type TestLibrary } from './library.ts';

describe.each(['fts', 'scan'] as const)('the search cases in %s mode', (mode) => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await openTestLibrary(mode);
    await library.put(cases.documents.map((text) => ({ title: 'x', source: 'x', text })));
  });
  afterAll(() => library.close());

  it.each(cases.cases)('finds document $finds for $query', ({ query, finds }) => {
    expect(library.found(query)).toContain(finds);
  });
});
