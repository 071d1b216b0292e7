import type { IndexWriter } from '../../core/ports.ts';

export type IndexBatch = Parameters<IndexWriter['apply']>[0];
