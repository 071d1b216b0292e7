import { expect, it } from 'vitest';
import { copyRounds } from './copied.ts';
import { powerCuts, whyNoPowerCut } from './power-cut.ts';

it.skipIf(process.platform === 'win32')(
  '60 copies of a library at work have everything acknowledged before',
  { timeout: 900_000 },
  async () => {
    await copyRounds(60);
    expect.hasAssertions();
  },
);

const why = whyNoPowerCut();
it.skipIf(why !== null)(
  `100 power cuts lose nothing acknowledged${why === null ? '' : ` (SKIPPED: ${why})`}`,
  { timeout: 900_000 },
  async () => {
    await powerCuts(100);
    expect.hasAssertions();
  },
);
