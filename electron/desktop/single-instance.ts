import { app } from 'electron';
import type { SaveInput } from '../contract/methods.ts';

/**
 * True for the first Offprint. A later start hands what it was asked to save to the first one, and must end. `onSecond` is told with that,
 * which comes from a process of the same person and is validated by the call it ends up in.
 */
export function claimSingleInstance(inputs: readonly SaveInput[], onSecond: (inputs: SaveInput[]) => void): boolean {
  if (!app.requestSingleInstanceLock({ inputs })) return false;
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const handed = (data as { inputs?: unknown } | null)?.inputs;
    onSecond(Array.isArray(handed) ? (handed as SaveInput[]) : []);
  });
  return true;
}
