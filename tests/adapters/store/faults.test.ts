import { expect, it } from 'vitest';
import { CODES, countOperations, runWithFault } from './faults.ts';
import { seeded } from './store-fixture.ts';

/** Every operation is made to fail with every error in `faults.long.test.ts`; here each kind of error at a few. */
it('a disk that fails at any operation loses nothing acknowledged, corrupts nothing, and is told in a sentence', async () => {
  const total = await countOperations();
  expect(total).toBeGreaterThan(100);
  const random = seeded(2024);
  for (let round = 0; round < 24; round++) {
    const code = CODES[round % CODES.length] ?? 'EIO';
    const at = 1 + Math.floor(((round + random(100) / 100) * total) / 24);
    await runWithFault({ code, at, once: round % 3 === 0, bytesWritten: random(20) });
  }
}, 60_000);
