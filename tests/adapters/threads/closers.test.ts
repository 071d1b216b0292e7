import { describe, expect, it } from 'vitest';
import { Closers } from '../../../electron/adapters/threads/closers.ts';

describe('closers', () => {
  it('close in reverse, once, and go on after a failure', async () => {
    const order: string[] = [];
    const closers = new Closers();
    closers.add(() => void order.push('store'));
    closers.add(async () => {
      order.push('index');
      throw new Error('index is stuck');
    });
    closers.add(() => void order.push('service'));
    await expect(closers.close()).rejects.toThrow('index is stuck');
    await closers.close();
    expect(order).toEqual(['service', 'index', 'store']);
  });
});
