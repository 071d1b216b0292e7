import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASES, DOCUMENTS } from '../../core/search/cases.table.ts';
import { openTestLibrary, type TestLibrary } from './library.ts';

describe.each(['fts', 'scan'] as const)('words of many languages in %s mode', (mode) => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await openTestLibrary(mode);
    await library.put(DOCUMENTS.map((text) => ({ title: 'x', source: 'x', text })));
  });
  afterAll(() => library.close());

  it.each(CASES.map(([query, finds]) => ({ query, finds })))('$query finds $finds', ({ query, finds }) => {
    expect(library.found(query).sort((a, b) => a - b)).toEqual(finds);
  });
});
