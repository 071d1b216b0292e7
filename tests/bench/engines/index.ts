import type { Engine } from './engine.ts';
import { flexsearch } from './flexsearch.ts';
import { lowdb } from './lowdb.ts';
import { minisearch } from './minisearch.ts';
import { offprint } from './offprint.ts';
import { orama } from './orama.ts';
import { sqlite } from './sqlite.ts';

/** Ours first, then what people use instead: a store, a database, and three search libraries. */
export const ENGINES: Readonly<Record<string, Engine>> = { offprint, lowdb, sqlite, minisearch, flexsearch, orama };
