import { expectKept, startWork, system } from './at-work.ts';
import { libraryRoot } from './store-fixture.ts';

/** Copies a library with `cp -r` while another process works on it, `rounds` times: each copy opens with everything acknowledged before. */
export async function copyRounds(rounds: number): Promise<void> {
  const root = libraryRoot();
  const work = startWork(root);
  for (let round = 0; round < rounds; round++) {
    await work.after(7 + (round % 5));
    const before = work.acknowledged();
    const copy = `${root}-copy-${round}`;
    // A file that goes while it is copied is no reason to stop; the lock belongs to the computer that has the library open.
    system('cp', '-r', root, copy);
    system('rm', '-f', `${copy}/lock`);
    await expectKept(copy, before, `copy ${round}`);
    system('rm', '-rf', copy);
  }
  await work.kill();
}
