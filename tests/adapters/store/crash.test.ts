import { expect, it } from 'vitest';
import { crashRounds } from './crash-rounds.ts';
import { libraryRoot } from './store-fixture.ts';

it('a library whose process is killed 50 times loses no acknowledged edit and is never corrupt', { timeout: 180_000 }, async () => {
  const totals = await crashRounds(libraryRoot(), 50, 2023);
  expect(totals.rounds).toBe(50);
  expect(totals.acknowledged).toBeGreaterThan(500);
  expect(totals.interrupted).toBeGreaterThan(10);
});
