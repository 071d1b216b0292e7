import { QUERY_KINDS, type QueryKind } from './engines/engine.ts';
import { ms } from './measure.ts';
import type { Quality } from './quality.ts';

/** What one engine did at one size. Milliseconds and bytes; null = the engine has no such thing. */
export interface Measured {
  readonly openMs: number;
  readonly rssOpen: number;
  readonly search: Partial<Record<QueryKind, { cold: number; p50: number; p95: number; hits: number }>> | null;
  readonly edit: { p50: number; p95: number } | null;
  readonly bulkMs: number | null;
  readonly rss: number;
  readonly peak: number;
  readonly disk: number;
}

/** What only Offprint answers for (see own.child.ts). */
export interface Own {
  readonly startMs: number;
  /** The same without what Node itself takes to start. */
  readonly startAfterBootMs: number;
  /** Bytes of the served app after a few searches; 0 where the system does not tell. */
  readonly servedRss: number;
  readonly indexPerSecond: number;
  /** p95, milliseconds. */
  readonly editWhileIndexing: number;
  readonly mainStallMs: number;
  readonly editWhileBulkMax: number;
  readonly savedPerSecond: number;
  /** p95, milliseconds. */
  readonly searchWhileSaving: number;
}

export interface EngineResult {
  readonly label: string;
  readonly version: string;
  readonly build: { buildMs: number; buildPeak: number } | null;
  readonly measured: Measured | null;
  readonly quality: Quality | null;
  /** Why there is no figure. */
  readonly failed: string | null;
}

export interface SizeResult {
  readonly size: number;
  readonly engines: Readonly<Record<string, EngineResult>>;
  readonly own: Own | null;
}

/** The tables of one size, in Markdown. */
export function tables({ size, engines, own }: SizeResult): string {
  const all = Object.values(engines);
  const head = ['', ...all.map(({ label }) => label)];
  const lines: string[][] = [
    ['build (articles/s)', ...all.map(({ build }) => (build ? String(Math.round(size / (build.buildMs / 1000))) : '—'))],
    ['open to 60 rows, or to ready', ...all.map(({ measured }) => (measured ? ms(measured.openMs) : '—'))],
    [
      'one durable edit, p50 / p95',
      ...all.map(({ measured }) => (measured?.edit ? `${ms(measured.edit.p50)} / ${ms(measured.edit.p95)}` : '—')),
    ],
    [`bulk edit of ${Math.min(5000, size)}`, ...all.map(({ measured }) => (measured?.bulkMs == null ? '—' : ms(measured.bulkMs)))],
    ...QUERY_KINDS.map((kind) => [
      `search, ${kind}: p50 / p95 (first)`,
      ...all.map(({ measured }) => {
        const found = measured?.search?.[kind];
        return found ? `${ms(found.p50)} / ${ms(found.p95)} (${ms(found.cold)})${found.hits === 0 ? ', no hits' : ''}` : '—';
      }),
    ]),
    [
      'memory after opening / at the end / at most (MB)',
      ...all.map(({ measured }) => (measured ? [measured.rssOpen, measured.rss, measured.peak].map(mb).join(' / ') : '—')),
    ],
    ['memory while building, at most (MB)', ...all.map(({ build }) => (build ? mb(build.buildPeak) : '—'))],
    ['on disk (MB)', ...all.map(({ measured }) => (measured ? mb(measured.disk) : '—'))],
  ];
  const failures = all.filter(({ failed }) => failed !== null).map(({ label, failed }) => `- ${label}: ${failed}`);
  const ours = own ? ['', ...ownLines(own)] : [];
  return [
    `## ${size.toLocaleString('en')} articles`,
    '',
    markdown(head, lines),
    ...(failures.length > 0 ? ['', ...failures] : []),
    ...ours,
  ].join('\n');
}

function ownLines(own: Own): string[] {
  return [
    'Offprint alone:',
    '',
    `- process start to 60 rows over HTTP: ${ms(own.startMs)} (${ms(own.startAfterBootMs)} without Node's own start; median of 5)`,
    `- memory of the served app after 30 searches: ${own.servedRss === 0 ? '—' : `${mb(own.servedRss)} MB`}`,
    `- the index built again from nothing: ${Math.round(own.indexPerSecond)} articles/s; a durable edit meanwhile p95 ${ms(own.editWhileIndexing)}; the main thread's longest stall ${ms(own.mainStallMs)}`,
    `- the longest single edit during bulk edits of 5,000: ${ms(own.editWhileBulkMax)}`,
    `- saving pages with 3 images: ${own.savedPerSecond.toFixed(1)} articles/s; a search with snippets meanwhile p95 ${ms(own.searchWhileSaving)}`,
  ];
}

/** How much a figure grows from the smallest to the largest library. */
export function growth(results: readonly SizeResult[]): string {
  const first = results[0];
  const last = results.at(-1);
  if (!first || !last || first === last) return '';
  const names = Object.keys(first.engines);
  const ratio = (of: (measured: Measured) => number | null | undefined) =>
    names.map((name) => {
      const [a, b] = [first, last]
        .map(({ engines }) => engines[name]?.measured)
        .map((measured) => (measured ? (of(measured) ?? null) : null));
      return a == null || b == null || a === 0 ? '—' : `${(b / a).toFixed(1)}×`;
    });
  return [
    `## Growth from ${first.size.toLocaleString('en')} to ${last.size.toLocaleString('en')} articles`,
    '',
    markdown(
      ['', ...names.map((name) => first.engines[name]?.label ?? name)],
      [
        ['open', ...ratio(({ openMs }) => openMs)],
        ['edit, p50', ...ratio(({ edit }) => edit?.p50)],
        ['edit, p95', ...ratio(({ edit }) => edit?.p95)],
        ['search, one word, p50', ...ratio(({ search }) => search?.['one word']?.p50)],
        ['search, phrase, p50', ...ratio(({ search }) => search?.phrase?.p50)],
        ['memory after opening', ...ratio(({ rssOpen }) => rssOpen)],
      ],
    ),
  ].join('\n');
}

export function qualityTable(results: readonly EngineResult[]): string {
  const rows = results.flatMap(({ label, quality }) =>
    quality ? [[label, `${quality.shared} of ${quality.sharedOf}`, `${quality.own} of ${quality.ownOf}`]] : [],
  );
  return [
    '## Search quality',
    '',
    'Texts in many languages, each engine with the settings its README begins with. “Found” = the expected text is among the hits; “exact” = exactly the expected texts are.',
    '',
    markdown(['', 'shared cases found', 'own cases exact'], rows),
  ].join('\n');
}

/**
 * What must hold on any machine, as ratios between figures of one run: a sentence for each that does not. Absolute times are not judged.
 */
export function judge(results: readonly SizeResult[]): string[] {
  const problems: string[] = [];
  const must = (holds: boolean, sentence: string) => {
    if (!holds) problems.push(sentence);
  };
  for (const { size, engines } of results) {
    const ours = engines['offprint']?.measured;
    if (!ours) {
      problems.push(`${size}: Offprint has no figures`);
      continue;
    }
    const lowdb = engines['lowdb']?.measured;
    if (lowdb?.edit && ours.edit && size >= 10_000)
      must(
        ours.edit.p50 * 5 <= lowdb.edit.p50,
        `${size}: an edit should cost a fifth of lowdb's at most (${ms(ours.edit.p50)} and ${ms(lowdb.edit.p50)})`,
      );
    const sqlite = engines['sqlite']?.measured;
    for (const kind of ['one word', 'three words', 'phrase', 'prefix'] as const) {
      const [a, b] = [ours.search?.[kind], sqlite?.search?.[kind]];
      // Ours crosses a thread twice and cuts snippets from files: a few milliseconds that a bare database does not have.
      if (a && b)
        must(a.p50 <= b.p50 * 3 + 8, `${size}: a search of ${kind} should stay near SQLite's own (${ms(a.p50)} and ${ms(b.p50)})`);
    }
    const quality = engines['offprint']?.quality;
    if (quality) must(quality.shared === quality.sharedOf && quality.own === quality.ownOf, `${size}: every search case must pass`);
  }
  const [first, last] = [results[0], results.at(-1)].map((result) => result?.engines['offprint']?.measured);
  if (first?.edit && last?.edit && first !== last)
    must(
      last.edit.p50 <= first.edit.p50 * 3 + 1,
      `an edit should cost within three times as much in the largest library (${ms(first.edit.p50)}, ${ms(last.edit.p50)})`,
    );
  return problems;
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
