import { expect, it } from 'vitest';
import { CODES, countOperations, runWithFault } from './faults.ts';

it.each(CODES)('%s at every operation of a session loses nothing acknowledged', { timeout: 900_000 }, async (code) => {
  const total = await countOperations();
  expect(total).toBeGreaterThan(100);
  for (let at = 1; at <= total + 1; at++) {
    await runWithFault({ code, at, once: false, bytesWritten: 0 });
    await runWithFault({ code, at, once: true, bytesWritten: 7 });
  }
});
