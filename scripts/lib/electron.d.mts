/** An unpacked Electron that can be started. */
export interface FoundElectron {
  readonly folder: string;
  readonly program: string;
  readonly version: string;
}
export function electronIn(folder: string, platform?: NodeJS.Platform): FoundElectron | null;
export function findElectron(env?: NodeJS.ProcessEnv, installed?: string): { electron: FoundElectron | null; note: string | null };
export function whyNoElectronWindow(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, uid?: number): string | null;
