import { expect, it } from 'vitest';
import { CODES, countOperations, runWithFault } from './faults.ts';
import { secondsSince, tell } from './told.ts';

it.each(CODES)('%s at every operation of a session loses nothing acknowledged', async (code) => {
  const start = performance.now();
  const total = await countOperations();
  expect(total).toBeGreaterThan(100);
  for (let at = 1; at <= total + 1; at++) {
    await runWithFault({ code, at, once: false, bytesWritten: 0 });
    await runWithFault({ code, at, once: true, bytesWritten: 7 });
  }
  tell(
    `${code}: at each of ${total} operations, for ever and once (${2 * (total + 1)} sessions), 0 lost, 0 corrupt, ${secondsSince(start)}`,
  );
});
