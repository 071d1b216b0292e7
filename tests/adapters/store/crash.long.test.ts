import { expect, it } from 'vitest';
import { crashRounds } from './crash-rounds.ts';
import { libraryRoot } from './store-fixture.ts';
import { secondsSince, tell } from './told.ts';

const ROUNDS = 200;

it(`a library whose process is killed ${ROUNDS} times loses no acknowledged edit and is never corrupt`, async () => {
  const start = performance.now();
  const totals = await crashRounds(libraryRoot(), ROUNDS, Date.UTC(2023, 2, 9) % 100_000, ({ rounds, acknowledged }) => {
    if (rounds % 20 === 0) tell(`kill -9: round ${rounds} of ${ROUNDS}, ${acknowledged} changes acknowledged, ${secondsSince(start)}`);
  });
  expect(totals.rounds).toBe(ROUNDS);
  expect(totals.acknowledged).toBeGreaterThan(2000);
  tell(
    `kill -9: ${totals.rounds} rounds (${totals.interrupted} in the middle of a change), ${totals.acknowledged} changes acknowledged, 0 lost, 0 corrupt, ${secondsSince(start)}`,
  );
});
