import { describe, expect, it } from 'vitest';
import { Gate } from '../../../electron/adapters/threads/gate.ts';

describe('the gate', () => {
  it('is open until something is exchanged behind it, and open again when that failed', async () => {
    const gate = new Gate();
    expect(gate.waiting).toBeNull();
    const work = gate.during(async () => {
      throw new Error('no room');
    });
    expect(gate.waiting).not.toBeNull();
    await expect(work).rejects.toThrow('no room');
    expect(gate.waiting).toBeNull();
  });

  it('lets one exchange through at a time', async () => {
    const gate = new Gate();
    const order: string[] = [];
    const exchange = (name: string) =>
      gate.during(async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`${name} ends`);
      });
    await Promise.all([exchange('first'), exchange('second')]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });
});
