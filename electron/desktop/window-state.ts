import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { settingsSchema } from '../contract/settings.ts';

/** What a window needs to know before the library is open. Measures are in CSS pixels. */
const windowStateSchema = z.object({
  bounds: z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() }).nullable(),
  maximized: z.boolean(),
  theme: settingsSchema.shape.theme,
});
export type WindowState = z.infer<typeof windowStateSchema>;
export type Bounds = NonNullable<WindowState['bounds']>;

const FIRST: WindowState = { bounds: null, maximized: false, theme: 'system' };

/** The state as it was left. A file that is missing or damaged costs only the window's place. */
export function readWindowState(path: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return FIRST;
  }
}

/** Written while the window closes, so at once. Failing is no reason to keep the window open. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(state));
    renameSync(`${path}.new`, path);
  } catch {
    // The next start opens in the middle of the screen.
  }
}

/** The bounds, if enough of them lies on one of the screens that are there now. */
export function visibleBounds(bounds: Bounds | null, screens: readonly Bounds[]): Bounds | null {
  if (bounds === null) return null;
  const overlap = (start: number, length: number, from: number, size: number): number =>
    Math.min(start + length, from + size) - Math.max(start, from);
  const seen = screens.some(
    ({ x, y, width, height }) => overlap(bounds.x, bounds.width, x, width) >= 100 && overlap(bounds.y, bounds.height, y, height) >= 60,
  );
  return seen ? bounds : null;
}
