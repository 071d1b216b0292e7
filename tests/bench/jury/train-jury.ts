import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FEATURES } from '../../../electron/adapters/capture/page/features.ts';
import { ADD, DOUBT, isDoubtful, KEEP, oddsOfRow } from '../../../electron/adapters/capture/page/jury.ts';
import type { Model } from '../../../electron/adapters/capture/page/jury.table.ts';
import { PROJECT } from '../../helpers/built.ts';
import { fit } from './boost.ts';
import { readPage, type Page, type Truth } from './rows.ts';
import { compare, squash } from './text-score.ts';

/** `npm run train:jury -- --corpora DIR [--out FILE] [--every N]`: fits the jury's table anew. See README.md beside this file. */
const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    out: { type: 'string', default: join(PROJECT, 'electron/adapters/capture/page/jury.table.ts') },
    /** Every Nth page of each corpus; 1 = all. */
    every: { type: 'string', default: '1' },
  },
});

interface Jury {
  readonly two: Model;
  readonly three: Model;
}
const fitJury = (pages: readonly Page[]): Jury => ({ two: fit(pages, false), three: fit(pages, true) });
const READABILITY = FEATURES.indexOf('R');

/** What the product's jury would keep of a page. */
function textBy({ two, three }: Jury, { rows, texts }: Page): string {
  const least = rows.map((row) => ((row[READABILITY] ?? 0) > 0 ? KEEP : ADD));
  let odds = rows.map((row) => oddsOfRow(two, [...row]));
  let [unsure, kept] = [0, 1];
  odds.forEach((likely, at) => {
    const length = texts[at]?.length ?? 0;
    if (isDoubtful(likely)) unsure += length;
    if (likely >= (least[at] ?? 1)) kept += length;
  });
  if (unsure / kept > DOUBT) odds = rows.map((row) => oddsOfRow(three, [...row]));
  return texts.filter((_, at) => (odds[at] ?? 0) >= (least[at] ?? 1)).join('\n');
}

/** F1 of each corpus: of mean precision and recall where the text is known, of sentences kept and kept out where only those are. */
function scores(pages: readonly Page[], juryOf: (page: Page) => Jury): string {
  const corpora = [...new Set(pages.map(({ corpus }) => corpus))];
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  return corpora
    .map((corpus) => {
      const [precision, recall]: [number[], number[]] = [[], []];
      let [hit, missed, wrong] = [0, 0, 0];
      for (const page of pages.filter((item) => item.corpus === corpus)) {
        const text = textBy(juryOf(page), page);
        const { body, with: within = [], without = [] } = page.truth;
        if (body !== undefined && body !== '') {
          const { shared, wanted, found } = compare(body, text);
          if (found > 0) precision.push(shared / found);
          if (wanted > 0) recall.push(shared / wanted);
        } else {
          const flat = squash(text);
          const had = within.filter((part) => flat.includes(squash(part))).length;
          hit += had;
          missed += within.length - had;
          wrong += without.filter((part) => flat.includes(squash(part))).length;
        }
      }
      const [p, r] = [mean(precision), mean(recall)];
      const f1 = precision.length > 0 ? (2 * p * r) / (p + r) : (2 * hit) / (2 * hit + missed + wrong);
      return `${corpus} ${f1.toFixed(3)}`;
    })
    .join('  ');
}

const linesOf = ({ trees }: Model): string => trees.map((tree) => `    ${JSON.stringify(tree)},`).join('\n');
const tableOf = ({ two, three }: Jury): string => `/**
 * Decision trees of the jury (see jury.ts), fitted by gradient boosting on pages whose article is known; what each number means is in
 * \`FEATURES\`. A tree is a number (what it adds to the log-odds) or \`[feature, limit, tree below the limit, tree from it on]\`.
 */
export type Tree = number | readonly [feature: number, limit: number, below: Tree, above: Tree];
export interface Model {
  /** Log-odds before any evidence. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

// prettier-ignore
export const TWO_WITNESSES: Model = {
  base: ${String(two.base)},
  trees: [
${linesOf(two)}
  ],
};

/** The same with Defuddle heard as well. */
// prettier-ignore
export const THREE_WITNESSES: Model = {
  base: ${String(three.base)},
  trees: [
${linesOf(three)}
  ],
};
`;

function run(corpora: string): void {
  const root = join(corpora, 'extract');
  const pages: Page[] = [];
  for (const corpus of readdirSync(root).sort()) {
    const folder = join(root, corpus);
    const truths = Object.entries(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<string, Truth>);
    const before = pages.length;
    truths.forEach(([id, truth], at) => {
      if (at % Number(values.every) !== 0 || (!truth.body && truth.with === undefined)) return;
      const page = readPage(folder, corpus, id, truth);
      if (page !== null) pages.push(page);
    });
    process.stderr.write(`${corpus}: ${String(pages.length - before)} pages\n`);
  }
  const halves = [0, 1].map((half) => fitJury(pages.filter((page) => page.half !== half)));
  const all = fitJury(pages);
  process.stdout.write(`Each half judged by the other's table:  ${scores(pages, ({ half }) => halves[half] ?? all)}\n`);
  process.stdout.write(`All pages by the table of all of them:  ${scores(pages, () => all)}\n`);
  writeFileSync(values.out, tableOf(all));
}

if (values.corpora === undefined) {
  process.stderr.write('usage: npm run train:jury -- --corpora DIR [--out FILE] [--every N]\n');
  process.exitCode = 2;
} else run(values.corpora);
