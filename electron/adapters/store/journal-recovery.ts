import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFolder, readIfThere, type Files } from './files.ts';
import type { JournalLine } from './journal-line.ts';
import { scanJournalFile, type ScannedFile } from './journal-scan.ts';
import { JOURNAL_FOLDER } from './layout.ts';
import type { Recovery } from './recovery.ts';

const FILE = /^(\d{16})\.jsonl$/;
/** Up to which seq journal files may be missing because they were dropped: see `Journal`. */
export const DROPPED_FILE = 'dropped';

export interface RecoveredJournal {
  /** File names, oldest first. */
  readonly names: string[];
  readonly lines: readonly JournalLine[];
  /** Highest seq the journal knows of (named by a file, or in a line); 0 for a new one. */
  readonly seq: number;
  /** Lines are missing or there was no journal: the documents' own seqs must be asked, so that none is used twice. */
  readonly unsure: boolean;
}

export function journalFileName(firstSeq: number): string {
  return `${String(firstSeq).padStart(16, '0')}.jsonl`;
}

/**
 * Reads the journal and mends it: a cut-off write at the end is removed, a line with one wrong bit is put right, a line with more is
 * skipped; a file that lost one is kept as it was in a `.damaged` copy. Nothing is written where `readOnly` is set.
 */
export async function recoverJournal(folder: string, files: Files, recovery: Recovery, readOnly: boolean): Promise<RecoveredJournal> {
  const names = (await listFolder(folder)).filter((name) => FILE.test(name));
  const dropped = Number((await readIfThere(join(folder, DROPPED_FILE)))?.toString() ?? 0);
  const lines: JournalLine[] = [];
  let seq = 0;
  let unsure = names.length === 0;
  for (const [index, name] of names.entries()) {
    const first = Number(FILE.exec(name)?.[1]);
    const path = join(folder, name);
    const scanned = scanJournalFile((await readIfThere(path)) ?? Buffer.alloc(0), index === names.length - 1);
    if (index > 0 && first > seq + 1 && scanned.lost === 0) {
      unsure = true;
      // Whoever copies a library in use may have taken one of the oldest files, and then found the next one gone.
      if (!(first - 1 <= dropped))
        recovery.problem(`Changes ${seq + 1} to ${first - 1} are missing from the journal. They are lost.`, `${JOURNAL_FOLDER}/${name}`);
    }
    seq = Math.max(seq, first - 1);
    const good: Buffer[] = [];
    let lost = scanned.lost;
    for (const { line, bytes } of scanned.lines) {
      // A line that goes back in time would undo what came after it.
      if (line.seq <= seq) {
        lost++;
        continue;
      }
      seq = line.seq;
      lines.push(line);
      good.push(bytes, Buffer.from('\n'));
    }
    // What was lost had seqs too: using them again would make a document ignore the new changes.
    seq += lost;
    unsure ||= lost > 0;
    await mendFile(path, name, { ...scanned, lost }, good, { files, recovery, readOnly });
  }
  return { names, lines, seq, unsure };
}

async function mendFile(
  path: string,
  name: string,
  scanned: ScannedFile,
  good: readonly Buffer[],
  { files, recovery, readOnly }: { files: Files; recovery: Recovery; readOnly: boolean },
): Promise<void> {
  const where = `${JOURNAL_FOLDER}/${name}`;
  if (scanned.torn) recovery.note('The last write was cut off before it was finished; what was left of it in the journal was removed.');
  if (scanned.lost > 0) {
    const count = scanned.lost === 1 ? 'A change in the journal was' : `${scanned.lost} changes in the journal were`;
    recovery.problem(`${count} damaged and could not be read. The damaged file is kept as ${where}.damaged.`, where);
  }
  if (scanned.mended > 0) recovery.note(`A damaged line in ${where} was mended; nothing was lost by it.`);
  if (readOnly || !(scanned.torn || scanned.lost > 0 || scanned.mended > 0)) return;

  if (scanned.lost === 0 && scanned.mended === 0) {
    const file = await files.open(path, 'r+');
    try {
      await file.truncate(scanned.wholeBytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    return;
  }
  if (scanned.lost > 0) await copyFile(path, await freeName(path));
  await files.replaceDurably(path, Buffer.concat(good));
}

/** `<path>.damaged`, or with a number where an earlier copy has that name. */
async function freeName(path: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${path}.damaged` : `${path}.damaged-${n}`;
    if ((await readIfThere(name)) === null) return name;
  }
}
