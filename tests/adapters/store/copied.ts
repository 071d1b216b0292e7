import { mkdirSync } from 'node:fs';
import { expectKept, startWork, system } from './at-work.ts';
import { libraryRoot } from './store-fixture.ts';

/** Programs that copy go through a folder in any order; each of these once passed a document before and the journal after a checkpoint. */
const ORDERS = [
  ['format.json', 'library.json', 'articles', 'content', 'images', 'journal'],
  ['journal', 'images', 'content', 'articles', 'library.json', 'format.json'],
  ['articles', 'journal', 'library.json', 'content', 'images', 'format.json'],
  ['content', 'articles', 'images', 'format.json', 'journal', 'library.json'],
];

/**
 * Copies a library with `cp -r` while another process works on it, `rounds` times: each copy opens with everything acknowledged before. Answers how many
 * changes were acknowledged.
 */
export async function copyRounds(rounds: number): Promise<{ acknowledged: number }> {
  const root = libraryRoot();
  const work = startWork(root);
  await work.after(3);
  for (let round = 0; round < rounds; round++) {
    await work.after(7 + (round % 5));
    const before = work.acknowledged();
    const copy = `${root}-copy-${round}`;
    mkdirSync(copy);
    for (const name of ORDERS[round % ORDERS.length] ?? []) {
      // A file that goes while it is copied is no reason to stop.
      system('cp', '-r', `${root}/${name}`, `${copy}/${name}`);
      await work.after(8);
    }
    await expectKept(copy, before, `copy ${round}`, 'unfinished');
    system('rm', '-rf', copy);
  }
  await work.kill();
  return { acknowledged: work.changes() };
}
