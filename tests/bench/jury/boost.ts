import type { Model, Tree } from '../../../electron/adapters/capture/page/jury.table.ts';
import { FEATURES, type Feature } from '../../../electron/adapters/capture/page/features.ts';
import type { Page } from './rows.ts';

/** Gradient boosting of small trees on the log-odds. Deterministic: the only chance in it, which features a tree may use, has a fixed seed. */

const TREES = 90;
const DEPTH = 4;
const RATE = 0.12;
const LAMBDA = 1;
/** Least weight (sum of the second derivatives) of a node that is split; half of it for each side. */
const MIN_NODE = 0.6;
const MIN_GAIN = 0.02;
const SHARE_OF_FEATURES = 0.7;
const BINS = 16;
const BASE = -1;

const DEFUDDLE: readonly Feature[] = ['D', 'RD', 'DS', 'RDS', 'prevD', 'nextD', 'parentD'];

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Limits that part a feature's values: between all of them where they are few, else sixteenths. */
function cutsOf(values: readonly number[]): number[] {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  if (distinct.length <= BINS) return distinct.slice(1).map((value, at) => rounded((value + (distinct[at] ?? value)) / 2));
  const sorted = [...values].sort((a, b) => a - b);
  const sixteenths = Array.from({ length: BINS - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / BINS)] ?? 0);
  return [...new Set(sixteenths)].map((value) => rounded(value - 1e-6));
}

export function fit(pages: readonly Page[], hearDefuddle: boolean): Model {
  let state = 1;
  const chance = (): number => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const rows: Float64Array[] = [];
  const wanted: number[] = [];
  const weights: number[] = [];
  for (const page of pages)
    page.rows.forEach((row, at) => {
      const [value, weight] = [page.wanted[at] ?? -1, page.weights[at] ?? 0];
      if (weight <= 0 || value < 0) return;
      rows.push(row);
      wanted.push(value);
      weights.push(weight);
    });
  const features = FEATURES.map((name, at) => ({ name, at }))
    .filter(({ name }) => name !== 'bias' && (hearDefuddle || !DEFUDDLE.includes(name)))
    .map(({ at }) => at);
  const cuts = new Map(features.map((feature) => [feature, cutsOf(rows.map((row) => row[feature] ?? 0))]));
  const bins = new Map(
    features.map((feature) => {
      const limits = cuts.get(feature) ?? [];
      return [feature, Uint8Array.from(rows, (row) => limits.filter((limit) => (row[feature] ?? 0) >= limit).length)];
    }),
  );
  const odds = new Float64Array(rows.length).fill(BASE);
  const first = new Float64Array(rows.length);
  const second = new Float64Array(rows.length);

  function grow(members: readonly number[], depth: number, usable: readonly number[]): Tree {
    let [slope, curve] = [0, 0];
    for (const at of members) {
      slope += first[at] ?? 0;
      curve += second[at] ?? 0;
    }
    const leaf = (): number => {
      const value = (-RATE * slope) / (curve + LAMBDA);
      for (const at of members) odds[at] = (odds[at] ?? 0) + value;
      return rounded(value);
    };
    if (depth === 0 || curve < MIN_NODE) return leaf();
    let best: { feature: number; cut: number } | null = null;
    let bestGain = MIN_GAIN;
    const base = (slope * slope) / (curve + LAMBDA);
    for (const feature of usable) {
      const count = cuts.get(feature)?.length ?? 0;
      const bin = bins.get(feature) ?? new Uint8Array();
      const slopes = new Float64Array(count + 1);
      const curves = new Float64Array(count + 1);
      for (const at of members) {
        const place = bin[at] ?? 0;
        slopes[place] = (slopes[place] ?? 0) + (first[at] ?? 0);
        curves[place] = (curves[place] ?? 0) + (second[at] ?? 0);
      }
      let [left, leftCurve] = [0, 0];
      for (let cut = 0; cut < count; cut++) {
        left += slopes[cut] ?? 0;
        leftCurve += curves[cut] ?? 0;
        if (leftCurve < MIN_NODE / 2 || curve - leftCurve < MIN_NODE / 2) continue;
        const gain = (left * left) / (leftCurve + LAMBDA) + (slope - left) ** 2 / (curve - leftCurve + LAMBDA) - base;
        if (gain > bestGain) {
          bestGain = gain;
          best = { feature, cut };
        }
      }
    }
    if (best === null) return leaf();
    const { feature, cut } = best;
    const bin = bins.get(feature) ?? new Uint8Array();
    const below = members.filter((at) => (bin[at] ?? 0) <= cut);
    const above = members.filter((at) => (bin[at] ?? 0) > cut);
    return [feature, cuts.get(feature)?.[cut] ?? 0, grow(below, depth - 1, usable), grow(above, depth - 1, usable)];
  }

  const trees: Tree[] = [];
  const everyone = rows.map((_, at) => at);
  for (let number = 0; number < TREES; number++) {
    for (const at of everyone) {
      const likely = 1 / (1 + Math.exp(-(odds[at] ?? 0)));
      first[at] = (likely - (wanted[at] ?? 0)) * (weights[at] ?? 0);
      second[at] = Math.max(likely * (1 - likely), 1e-3) * (weights[at] ?? 0);
    }
    trees.push(
      grow(
        everyone,
        DEPTH,
        features.filter(() => chance() < SHARE_OF_FEATURES),
      ),
    );
  }
  return { base: BASE, trees };
}
