import { describe, expect, it } from 'vitest';
import { copyRounds } from './copied.ts';
import { powerCuts, whyNoPowerCut } from './power-cut.ts';

it.skipIf(process.platform === 'win32')(
  'a library that is copied while it is worked on has everything acknowledged before the copy began',
  async () => {
    expect((await copyRounds(4)).acknowledged).toBeGreaterThan(20);
  },
  60_000,
);

describe('a power cut', () => {
  const why = whyNoPowerCut();
  it.skipIf(why !== null)(
    `loses nothing acknowledged${why === null ? '' : ` (SKIPPED: ${why})`}`,
    async () => {
      expect((await powerCuts(4)).acknowledged).toBeGreaterThan(20);
    },
    60_000,
  );
});
