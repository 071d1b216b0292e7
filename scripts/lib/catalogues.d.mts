import type { Plugin } from 'vite';

export interface Report {
  readonly language: string;
  readonly complete: boolean;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly wrong: readonly string[];
}

/** `root` = a checkout; the project's own unless told. */
export function checkCatalogues(options?: {
  root?: string;
}): Promise<{ english: ReadonlyMap<string, { english: string; at: string }>; reports: readonly Report[]; fatal: readonly string[] }>;
export function languages(root?: string): Promise<{ translated: readonly string[]; complete: readonly string[] }>;
export function cataloguesPlugin(): Plugin;
