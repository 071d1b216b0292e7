import { create } from 'zustand';
import type { LibraryHealth } from '../../../electron/contract/entities.ts';

/** The files that the page has shown as damaged: they need no mark that leads to it. By article and path. */
export const useSeen = create<{ files: ReadonlySet<string> }>()(() => ({ files: new Set() }));

export function faultsOf(health: LibraryHealth | undefined): string[] {
  return health === undefined ? [] : [...health.damaged, ...health.missing].map(({ articleId, path }) => `${articleId} ${path}`);
}
