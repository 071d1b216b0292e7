import { expect, it } from 'vitest';
import { crashRounds } from './crash-rounds.ts';
import { libraryRoot } from './store-fixture.ts';

it('a library whose process is killed 200 times loses no acknowledged edit and is never corrupt', { timeout: 900_000 }, async () => {
  expect(await crashRounds(libraryRoot(), 200, Date.UTC(2023, 2, 9) % 100_000)).toMatchObject({ rounds: 200 });
});
