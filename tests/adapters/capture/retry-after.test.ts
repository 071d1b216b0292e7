import { describe, expect, it } from 'vitest';
import { httpError, secondsToWait } from '../../../electron/adapters/capture/fetch/failures.ts';

const now = Date.parse('2024-06-01T10:00:00.000Z');

describe('Retry-After', () => {
  it.each([
    ['120', 120],
    [' 5 ', 5],
    ['Sat, 01 Jun 2024 10:01:30 GMT', 90],
    ['Sat, 01 Jun 2024 09:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['', null],
    [undefined, null],
  ])('%s is %s seconds', (header, seconds) => {
    expect(secondsToWait(header, now)).toBe(seconds);
  });

  it('is a fact of the failure, where the answer names it', () => {
    expect(httpError('a.example', 503, 90).details).toEqual({ host: 'a.example', status: 503, retryAfter: 90 });
    expect(httpError('a.example', 503).details).toEqual({ host: 'a.example', status: 503 });
  });
});
