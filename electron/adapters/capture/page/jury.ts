import type { Block } from './blocks.ts';
import { FEATURES, weigh, type Context, type Feature } from './features.ts';
import { THREE_WITNESSES, TWO_WITNESSES, type Model, type Tree } from './jury.table.ts';

/**
 * Decides block by block what is the article's running text. The witnesses' votes are the strongest evidence, but how a block looks, where it stands and
 * what stands beside it count too; a table of small decision trees, fitted on pages whose article is known, weighs them. It knows no site.
 */
export interface Ruling {
  readonly chosen: ReadonlySet<number>;
  /** Share of the text, 0 to 1, of which the jury is not sure: another witness is worth its time. */
  readonly doubt: number;
  readonly evidence: readonly Readonly<Record<Feature, number>>[];
  /** Probability of each block, 0 to 1. */
  readonly odds: readonly number[];
}

/** A block that the first witness has is given the benefit of the doubt; one that it left out has to be more than likely. */
export const KEEP = 0.3;
export const ADD = 0.6;
const UNSURE = [0.25, 0.75] as const;
/** From this share of doubtful text on, Defuddle is heard as well: it takes longer than all the rest together. */
export const DOUBT = 0.2;

export const isDoubtful = (likely: number): boolean => likely > UNSURE[0] && likely < UNSURE[1];

function climb(tree: Tree, row: readonly number[]): number {
  let at = tree;
  while (typeof at !== 'number') at = (row[at[0]] ?? 0) < at[1] ? at[2] : at[3];
  return at;
}

/** Probability, 0 to 1, of a block whose features stand in the order of `FEATURES`. */
export function oddsOfRow(model: Model, row: readonly number[]): number {
  const sum = model.trees.reduce<number>((total, tree) => total + climb(tree, row), model.base);
  return 1 / (1 + Math.exp(-sum));
}

const oddsOf = (model: Model, evidence: Readonly<Record<Feature, number>>): number =>
  oddsOfRow(
    model,
    FEATURES.map((name) => evidence[name]),
  );

export function judge(blocks: readonly Block[], context: Context): Ruling {
  const evidence = weigh(blocks, context);
  const model = context.votes.defuddle === null ? TWO_WITNESSES : THREE_WITNESSES;
  const odds = evidence.map((row) => oddsOf(model, row));
  const chosen = new Set<number>();
  let unsure = 0;
  let text = 1;
  blocks.forEach(({ text: { length } }, index) => {
    const likely = odds[index] ?? 0;
    if (isDoubtful(likely)) unsure += length;
    if (likely < (context.votes.readability.has(index) ? KEEP : ADD)) return;
    chosen.add(index);
    text += length;
  });
  return { chosen, doubt: Math.min(1, unsure / text), evidence, odds };
}

/** What spoke against a block or for it, in words: the witnesses first, then what it looks like. */
export function reasonOf(row: Readonly<Record<Feature, number>>, kept: boolean): string {
  const witnesses = [row.R > 0 ? 'Readability' : '', row.D > 0 ? 'Defuddle' : '', row.S > 0 ? 'the container' : ''].filter(
    (name) => name !== '',
  );
  const votes = witnesses.length === 0 ? 'no witness kept it' : `kept by ${witnesses.join(' and ')}`;
  if (kept) return row.inBody > 0 ? `${votes}; the page’s own data has it too` : votes;
  const signs: (readonly [boolean, string])[] = [
    [row.repeated > 0, 'stands twice'],
    [row.call > 0, 'begins like a label or a request'],
    [row.mostlyLink > 0, 'is mostly links'],
    [row.caption > 0, 'is a caption'],
    [row.hardNear > 0 || row.hardFar > 0, 'its box is named like site furniture'],
    [row.nav > 0 || row.footer > 0 || row.aside > 0, 'stands in navigation, a footer or a side note'],
    [row.form > 0 || row.control > 0, 'belongs to a form'],
    [row.dated > 0, 'is a date line'],
    [row.softNear > 0 || row.softFar > 0, 'its box is named like an addition'],
    [row.notInBody > 0, 'is not in the page’s own copy of the text'],
    [row.afterR > 0, 'stands after the article'],
    [row.beforeR > 0, 'stands before the article'],
  ];
  const found = signs.filter(([holds]) => holds).map(([, words]) => words);
  return [votes, ...found.slice(0, 3)].join('; ');
}
