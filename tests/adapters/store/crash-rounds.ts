import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import type { ArticleRecord } from '../../../electron/core/domain/records.ts';
import { FileBackups } from '../../../electron/adapters/store/backups.ts';
import type { OpenedLibrary } from '../../../electron/adapters/store/open-library.ts';
import { verifyLibrary } from '../../../electron/adapters/store/verify.ts';
import { saveArticle, seeded, withLibrary } from './store-fixture.ts';

interface Action {
  readonly kind: 'edit' | 'save' | 'purge' | 'tag' | 'highlight' | 'backup';
  readonly mark: string;
  readonly ids: readonly string[];
  acknowledged: boolean;
}

export interface CrashTotals {
  rounds: number;
  acknowledged: number;
  /** Rounds in which the child was killed while something was under way. */
  interrupted: number;
}

/**
 * Kills a process that works on a library, again and again, and looks each time whether everything it was told is durable is there:
 * no acknowledged change lost, no change half there, nothing corrupt. `onRound` hears how far it is.
 */
export async function crashRounds(
  root: string,
  rounds: number,
  seed: number,
  onRound: (totals: Readonly<CrashTotals>) => void = () => undefined,
): Promise<CrashTotals> {
  const random = seeded(seed);
  const totals: CrashTotals = { rounds: 0, acknowledged: 0, interrupted: 0 };
  let before = await withLibrary(root, async (library) => {
    for (let n = 0; n < 140; n++) await saveArticle(library, `start ${n}`);
    return state(library);
  });
  for (let round = 1; round <= rounds; round++) {
    const actions = await workUntilKilled(root, seed * 1000 + round, random);
    const where = `seed ${seed}, round ${round}`;
    before = await withLibrary(root, async (library) => {
      const after = await state(library);
      compare(before, after, actions, where);
      await lookAtBackups(library, actions, where);
      const { store, content } = library;
      expect(store.report.problems, where).toEqual([]);
      // Every file is hashed: in some of the rounds and the last, since what is wrong in one stays wrong.
      if (round % 4 === 0 || round === rounds) {
        expect(await verifyLibrary({ store, content, index: null, repair: false }), where).toMatchObject({ ok: true, problems: [] });
      }
      return after;
    });
    totals.rounds++;
    totals.acknowledged += actions.filter(({ acknowledged }) => acknowledged).length;
    if (actions.some(({ acknowledged }) => !acknowledged)) totals.interrupted++;
    onRound(totals);
  }
  // At last everything can be put in order, and nothing that was purged comes back.
  await withLibrary(root, async (library) => {
    const { store, content } = library;
    await verifyLibrary({ store, content, index: null, repair: true });
    const report = await verifyLibrary({ store, content, index: null, repair: false });
    expect(report).toMatchObject({ ok: true, problems: [] });
    for (const id of before.tombstones) expect(await store.get(id)).toBeNull();
  });
  return totals;
}

/**
 * Starts the child and kills it: in one round of six while it is opening the library, in the others a moment after some number of its
 * changes was acknowledged, however fast the computer is.
 */
async function workUntilKilled(root: string, seed: number, random: (below: number) => number): Promise<Action[]> {
  const script = join(import.meta.dirname, 'crash.child.ts');
  const child = spawn(process.execPath, [script, root, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const killIn = (ms: number) => setTimeout(() => child.kill('SIGKILL'), ms);
  const [opening, changes, delay] = [random(6) === 0, random(45), random(8)];
  let left = changes;
  const actions = new Map<string, Action>();
  for await (const line of createInterface({ input: child.stdout })) {
    const what = JSON.parse(line.slice(2)) as Action;
    if (line.startsWith('O')) {
      if (opening) killIn(changes);
    } else if (line.startsWith('S')) {
      actions.set(what.mark, { ...what, acknowledged: false });
    } else if (line.startsWith('A')) {
      actions.set(what.mark, { ...what, acknowledged: true });
      if (left-- === 0) killIn(delay);
    } else {
      throw new Error(`The child failed: ${line}`);
    }
  }
  await ended;
  return [...actions.values()];
}

interface State {
  readonly articles: Map<string, ArticleRecord>;
  readonly tombstones: Set<string>;
  readonly tags: Set<string>;
  /** Notes of highlights, by article. */
  readonly notes: Map<string, string | null>;
}

async function state({ store }: OpenedLibrary): Promise<State> {
  const found: State = { articles: new Map(), tombstones: new Set(), tags: new Set(Object.keys(store.library.tags)), notes: new Map() };
  for await (const { articles, highlights, tombstones } of store.scan()) {
    for (const article of articles) found.articles.set(article.id, article);
    for (const { articleId, note } of highlights) found.notes.set(articleId, note);
    for (const { id } of tombstones) found.tombstones.add(id);
  }
  return found;
}

/** What is there must be the last acknowledged change of each article, or one begun after it; and each change whole. */
function compare(before: State, after: State, actions: readonly Action[], where: string): void {
  const histories = new Map<string, Action[]>();
  const marked = new Map<string, Action[]>();
  for (const action of actions) {
    if (action.kind === 'backup') continue;
    const of = action.kind === 'highlight' ? [marked] : action.kind === 'purge' ? [histories, marked] : [histories];
    for (const map of of) for (const id of action.ids) map.set(id, [...(map.get(id) ?? []), action]);
  }

  const isApplied = (action: Action, id: string): boolean => {
    if (action.kind === 'purge') return after.tombstones.has(id) && !after.articles.has(id) && !after.notes.has(id);
    if (action.kind === 'tag') return after.tags.has(id);
    if (action.kind === 'highlight') return after.notes.get(id) === action.mark;
    return after.articles.get(id)?.title === action.mark;
  };
  for (const map of [histories, marked]) {
    for (const [id, history] of map) {
      const lastAcknowledged = history.map(({ acknowledged }) => acknowledged).lastIndexOf(true);
      const shown = history.map((action) => isApplied(action, id)).lastIndexOf(true);
      expect(shown, `${where}: ${id} shows change ${shown}, acknowledged was ${lastAcknowledged}`).toBeGreaterThanOrEqual(lastAcknowledged);
      if (shown >= 0) continue;
      if (map === histories) expect(after.articles.get(id)?.title, `${where}: ${id}`).toBe(before.articles.get(id)?.title);
      else expect(after.notes.get(id), `${where}: ${id}`).toBe(before.notes.get(id));
    }
  }
  for (const action of actions) {
    // The last change of each of its articles must be there in all of them, or in none.
    if (action.kind === 'highlight' || action.kind === 'backup') continue;
    const own = action.ids.filter((id) => histories.get(id)?.at(-1) === action);
    expect([0, own.length], `${where}: ${action.mark} is half there`).toContain(own.filter((id) => isApplied(action, id)).length);
  }
  for (const [id, article] of before.articles) {
    if (!histories.has(id) && !marked.has(id)) expect(after.articles.get(id), `${where}: ${id} was not touched`).toEqual(article);
  }
  const known = new Set([...before.articles.keys(), ...histories.keys()]);
  for (const id of after.articles.keys()) expect(known.has(id), `${where}: ${id} came from nowhere`).toBe(true);
}

/** A backup that was acknowledged is listed and reads as whole, unless so many came after it that it went. */
async function lookAtBackups({ store }: OpenedLibrary, actions: readonly Action[], where: string): Promise<void> {
  const backups = new FileBackups(store);
  const listed = (await backups.list()).map(({ id }) => id);
  const last = actions.filter(({ kind }) => kind === 'backup').at(-1)?.ids[0];
  if (last !== undefined) expect(listed, where).toContain(last);
  const [newest] = listed;
  if (newest !== undefined) expect(await backups.library(newest), where).not.toBeNull();
}
