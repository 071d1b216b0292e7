import { readFileSync } from 'node:fs';
import { hasCode } from './storage-error.ts';

/**
 * When a process was started, as text that no other process with the same id has: on Linux its start time in clock ticks since boot
 * (field 22 of /proc/<pid>/stat, proc(5)) and the id of that boot. Null where the system does not say, or there is no such process.
 */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the program's name in parentheses and may hold anything; count from its end.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks ? `${ticks}@${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}` : null;
  } catch {
    return null;
  }
}

/** True where the process that wrote `pid` and `start` still runs; a recycled id does not count. */
export function isAlive(pid: number, start: string | null): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (!hasCode(error, 'EPERM')) return false;
  }
  if (start === null || process.platform !== 'linux') return true;
  const now = processStart(pid);
  return now === null || now === start;
}
