import { arch, release, totalmem } from 'node:os';
import type { AppInfo, Sidebar } from '../../contract/entities.ts';
import type { Settings } from '../../contract/settings.ts';
import type { App } from '../../core/app.ts';
import type { LogFile } from './log-file.ts';

/** What of the settings says nothing of what somebody reads. */
const TOLD = ['theme', 'density', 'fontSize', 'keyPreset', 'singleKeys', 'maxPageMb', 'maxImageMb', 'maxArticleMb', 'language'] as const;

type Fact = string | number | boolean | null | undefined;

export interface DiagnosticsParts {
  readonly app: Pick<App, 'dispatch'>;
  readonly log: LogFile;
  readonly about: { readonly node: string; readonly electron: string | null; readonly format: number };
}

/**
 * One plain text to send to who helps: the program, the library in numbers, and the log. No title, no text, no name of a tag; addresses and
 * file names only with `addresses`, and then only those the log was allowed to note.
 */
export async function diagnosticsText({ app, log, about }: DiagnosticsParts, addresses: boolean): Promise<string> {
  const ask = async <T>(method: string): Promise<T | null> => {
    const result = await app.dispatch(method, {});
    return result.ok ? (result.value as T) : null;
  };
  const [info, settings, sidebar] = await Promise.all([
    ask<AppInfo>('app.info'),
    ask<Settings>('settings.get'),
    ask<Sidebar>('app.sidebar'),
  ]);
  const facts: [string, Fact][] = [
    ['Offprint', info?.version],
    ['Host', info?.host],
    ['System', `${info?.platform ?? ''} ${release()} ${arch()}`],
    ['Memory', `${Math.round(totalmem() / 1e9)} GB`],
    ['Node', about.node],
    ['Electron', about.electron ?? '—'],
    ['Library format', about.format],
    ['Search', info?.search],
    ['Read-only', info === null ? null : info.readOnly !== null],
    ['Notes of opening', info?.notes.length],
    ['Articles', sidebar?.counts.all],
    ['Tags', sidebar?.tags.length],
    ['Collections', sidebar?.collections.length],
    ['Feeds', sidebar?.feeds.length],
    ...TOLD.map((name): [string, Fact] => [name, settings?.[name]]),
  ];
  const lines = (await log.read()).map((line) => (addresses ? line : withoutDetail(line)));
  return [...facts.map(([name, value]) => `${name}: ${String(value ?? 'unknown')}`), '', ...lines, ''].join('\n');
}

/** A line that is not ours is left out: nobody knows what it holds. */
function withoutDetail(line: string): string {
  try {
    return JSON.stringify({ ...(JSON.parse(line) as object), detail: undefined });
  } catch {
    return '(a line that cannot be read)';
  }
}
