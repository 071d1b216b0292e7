import { expect, it } from 'vitest';
import { copyRounds } from './copied.ts';
import { powerCuts, whyNoPowerCut } from './power-cut.ts';
import { secondsSince, tell } from './told.ts';

it.skipIf(process.platform === 'win32')('60 copies of a library at work have everything acknowledged before', async () => {
  const start = performance.now();
  const { acknowledged } = await copyRounds(60);
  expect(acknowledged).toBeGreaterThan(500);
  tell(`Copies of a library in use: 60, ${acknowledged} changes acknowledged, 0 lost, ${secondsSince(start)}`);
});

const why = whyNoPowerCut();
it.skipIf(why !== null)(`100 power cuts lose nothing acknowledged${why === null ? '' : ` (SKIPPED: ${why})`}`, async () => {
  const start = performance.now();
  const { acknowledged } = await powerCuts(100);
  expect(acknowledged).toBeGreaterThan(500);
  tell(`Power cuts: 100, ${acknowledged} changes acknowledged, 0 lost, ${secondsSince(start)}`);
});
