/** The shapes that cross between the core and a window, by subject. */
export * from './entities/ids.ts';
export * from './entities/receipt.ts';
export * from './entities/article.ts';
export * from './entities/organise.ts';
export * from './entities/highlight.ts';
export * from './entities/search.ts';
export * from './entities/sort.ts';
export * from './entities/job.ts';
export * from './entities/library.ts';
export * from './entities/health.ts';
export * from './entities/feed.ts';
export * from './entities/backup.ts';
export * from './entities/disk.ts';
export * from './entities/rule.ts';
export * from './entities/places.ts';
