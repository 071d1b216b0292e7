import { crc32 as nativeCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32, crc32Fallback } from '../../../electron/adapters/store/crc32.ts';
import { randomText } from '../../../electron/adapters/store/random-text.ts';
import { Serial } from '../../../electron/adapters/store/serial.ts';
import { seeded } from './store-fixture.ts';

describe('CRC-32', () => {
  it('is the one of zip: 123456789 gives cbf43926', () => {
    const bytes = Buffer.from('123456789');
    expect(crc32(bytes).toString(16)).toBe('cbf43926');
    expect(crc32Fallback(bytes).toString(16)).toBe('cbf43926');
  });

  it('in plain JavaScript agrees with the native one, whole and in pieces', () => {
    const random = seeded(1);
    for (let round = 0; round < 50; round++) {
      const bytes = Buffer.from(Array.from({ length: random(300) }, () => random(256)));
      const cut = random(bytes.length + 1);
      expect(crc32Fallback(bytes)).toBe(nativeCrc32(bytes));
      expect(crc32Fallback(bytes.subarray(cut), crc32Fallback(bytes.subarray(0, cut)))).toBe(nativeCrc32(bytes));
    }
  });
});

describe('random text', () => {
  it('is lower-case base 36 of the length asked, and uses every digit', () => {
    const text = randomText(5000);
    expect(text).toMatch(/^[0-9a-z]{5000}$/);
    expect(new Set(text).size).toBe(36);
  });
});

describe('serial work', () => {
  it('goes on in order after a piece that failed', async () => {
    const serial = new Serial();
    const done: number[] = [];
    const failing = serial.run(() => Promise.reject(new Error('first')));
    const second = serial.run(() => void done.push(2));
    const third = serial.run(() => void done.push(3));
    await expect(failing).rejects.toThrow('first');
    await Promise.all([second, third]);
    expect(done).toEqual([2, 3]);
  });
});
