import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createRpc } from '../../../electron/adapters/threads/rpc.ts';
import { AppError } from '../../../electron/core/errors.ts';

type Calls = {
  double(input: number): number;
  locked(): void;
  broken(): void;
  uncloneable(): unknown;
  never(): Promise<void>;
};
type Notes = { log: string };

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

function connect(heard: string[] = []) {
  const { port1, port2 } = new MessageChannel();
  open.push(() => {
    port1.close();
    port2.close();
  });
  const client = createRpc<Calls, Record<never, never>, Record<never, never>, Notes>(port1, {
    calls: {},
    notes: { log: (text) => heard.push(text) },
  });
  const server = createRpc<Record<never, never>, Notes, Calls, Record<never, never>>(port2, {
    calls: {
      double: (input) => {
        server.notify('log', `doubling ${input}`);
        return input * 2;
      },
      locked: () => {
        throw new AppError('library-locked', 'Another Offprint holds it.', { details: { pid: 7 } });
      },
      broken: () => {
        throw new TypeError('cannot read properties of undefined');
      },
      uncloneable: () => () => 1,
      never: () => new Promise(() => undefined),
    },
    notes: {},
  });
  return client;
}

describe('calls between threads', () => {
  it('answer with the value of the other side', async () => {
    const client = connect();
    expect(await Promise.all([client.call('double', 2), client.call('double', 21)])).toEqual([4, 42]);
  });

  it('deliver a note before the answer that was sent after it', async () => {
    const heard: string[] = [];
    const client = connect(heard);
    await client.call('double', 4);
    expect(heard).toEqual(['doubling 4']);
  });

  it('reject with the code, the sentence and the details of the error that was thrown there', async () => {
    const error = await connect()
      .call('locked', null)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'library-locked', message: 'Another Offprint holds it.', details: { pid: 7 }, retryable: true });
  });

  it('turn a programming mistake into an internal error whose sentence shows no stack', async () => {
    await expect(connect().call('broken', null)).rejects.toMatchObject({
      code: 'internal',
      message: expect.not.stringContaining('undefined') as string,
    });
  });

  it('reject, and do not hang, when an answer or an input cannot be sent', async () => {
    const client = connect();
    await expect(client.call('uncloneable', null)).rejects.toMatchObject({ code: 'internal' });
    await expect(client.call('double', (() => 1) as never)).rejects.toThrow(/could not be cloned/);
  });

  it('all reject once the other side is gone', async () => {
    const client = connect();
    const waiting = client.call('never', null);
    client.fail(new AppError('internal', 'It stopped.'));
    await expect(waiting).rejects.toThrow('It stopped.');
    await expect(client.call('double', 1)).rejects.toThrow('It stopped.');
  });
});
