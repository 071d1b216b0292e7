import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { expectKept, startWork, system } from './at-work.ts';

/** Why power cannot be cut here, or null where it can: that takes Linux, root, and a loop device. */
export function whyNoPowerCut(): string | null {
  if (process.platform !== 'linux') return 'a power cut is simulated on Linux only';
  if (process.getuid?.() !== 0) return 'mounting a disk image takes root';
  if (system('which', 'mkfs.ext4') === null) return 'mkfs.ext4 is not there';
  const folder = mkdtempSync(join(tmpdir(), 'offprint-loop-'));
  try {
    const image = newImage(folder);
    return image !== null && mount(image, join(folder, 'at')) ? null : 'a disk image cannot be mounted here';
  } finally {
    system('umount', join(folder, 'at'));
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Cuts the power of a disk again and again while a process works on a library there: what had reached the disk's image at that moment is
 * copied, with nothing flushed first, and mounted elsewhere as after a crash. Everything acknowledged before must be on it. Answers how many
 * changes were acknowledged.
 */
export async function powerCuts(rounds: number): Promise<{ acknowledged: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-power-'));
  const [live, dead] = [join(folder, 'live'), join(folder, 'dead')];
  onTestFinished(() => {
    for (const at of [live, dead]) system('umount', at);
    rmSync(folder, { recursive: true, force: true });
  });
  const image = newImage(folder);
  if (image === null || !mount(image, live)) throw new Error('The disk image could not be mounted.');
  const work = startWork(join(live, 'library'));
  for (let round = 0; round < rounds; round++) {
    await work.after(9 + (round % 7));
    const before = work.acknowledged();
    // The disk stands still while it is copied; what its file system has in memory only is lost.
    await work.stop();
    const cut = join(folder, `cut-${round}.img`);
    copyFileSync(image, cut);
    work.goOn();
    if (!mount(cut, dead)) throw new Error(`The disk of round ${round} cannot be mounted.`);
    rmSync(join(dead, 'library', 'lock'), { force: true });
    await expectKept(join(dead, 'library'), before, `power cut ${round}`);
    system('umount', dead);
    rmSync(cut);
  }
  await work.kill();
  return { acknowledged: work.changes() };
}

function newImage(folder: string): string | null {
  const image = join(folder, 'disk.img');
  if (system('truncate', '-s', '64M', image) === null) return null;
  return system('mkfs.ext4', '-q', '-F', image) === null ? null : image;
}

function mount(image: string, at: string): boolean {
  if (!existsSync(at)) system('mkdir', '-p', at);
  return system('mount', '-o', 'loop', image, at) !== null;
}
