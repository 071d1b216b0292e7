import { readFileSync } from 'node:fs';
import { hasCode } from './storage-error.ts';

/**
 * When a process was started, as text that no other process with the same id has: on Linux its start time in clock ticks since boot
 * (field 22 of /proc/<pid>/stat, proc(5)) and the id of that boot. Null where the system does not say, or there is no such process.
 */
export function processStart(pid: number): string | null {
  return readStat(pid)?.start ?? null;
}

/** True where the process that wrote `pid` and `start` still runs; a recycled id does not count, nor one that only waits to be reaped. */
export function isAlive(pid: number, start: string | null): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (!hasCode(error, 'EPERM')) return false;
  }
  const now = readStat(pid);
  if (!now) return true;
  return !now.gone && (start === null || now.start === start);
}

function readStat(pid: number): { start: string; gone: boolean } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the program's name in parentheses and may hold anything; count from its end (state is field 3).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state = '', threads, ticks] = [fields[0], fields[17], fields[19]];
    if (!ticks) return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    // A killed process is a zombie at once, but a thread of it may still be in the middle of a write: then it is not gone yet.
    return { start: `${ticks}@${boot}`, gone: /[ZX]/.test(state) && Number(threads) <= 1 };
  } catch {
    return null;
  }
}
