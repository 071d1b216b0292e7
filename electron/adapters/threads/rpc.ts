import type { CallError } from '../../contract/errors.ts';
import { AppError, toCallError } from '../../core/errors.ts';

/** The end of a worker's channel: `parentPort`, a `Worker` or a `MessagePort`. */
export interface RpcPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** What one side answers: name → function of one cloneable input. */
export type Calls = Record<string, (input: never) => unknown>;
/** What one side announces: name → payload. */
export type Notes = Record<string, unknown>;

type Input<C extends Calls, K extends keyof C> = Parameters<C[K]> extends [] ? null : Parameters<C[K]>[0];
type Output<C extends Calls, K extends keyof C> = Awaited<ReturnType<C[K]>>;
export type CallHandlers<C extends Calls> = { [K in keyof C]: (input: Input<C, K>) => Output<C, K> | Promise<Output<C, K>> };
export type NoteHandlers<N extends Notes> = { [K in keyof N]: (payload: N[K]) => void };

export interface Rpc<C extends Calls, N extends Notes> {
  /** Asks the other side. Rejects with an `AppError` that has the code it was thrown with there. */
  call<K extends keyof C & string>(name: K, input: Input<C, K>): Promise<Output<C, K>>;
  notify<K extends keyof N & string>(name: K, payload: N[K]): void;
  /** The other side is gone: every open call and every later one rejects with `reason`. */
  fail(reason: AppError): void;
}

type Message =
  | { type: 'call'; id: number; name: string; input: unknown }
  | { type: 'value'; id: number; value: unknown }
  | { type: 'error'; id: number; error: CallError }
  | { type: 'note'; name: string; payload: unknown };

/** An error value from the other side, as the exception it was there. */
export function fromCallError(error: CallError): AppError {
  return new AppError(error.code, error.message, { details: error.details, retryable: error.retryable });
}

/**
 * Calls and notes over a message port, in both directions. Messages keep their order: a note that was sent before an answer is handled
 * before it.
 */
export function createRpc<RemoteCalls extends Calls, SentNotes extends Notes, LocalCalls extends Calls, ReceivedNotes extends Notes>(
  port: RpcPort,
  handlers: { calls: CallHandlers<LocalCalls>; notes: NoteHandlers<ReceivedNotes> },
): Rpc<RemoteCalls, SentNotes> {
  const open = new Map<number, { resolve: (value: never) => void; reject: (error: AppError) => void }>();
  let lastId = 0;
  let gone: AppError | null = null;

  const answer = async (message: Message & { type: 'call' }): Promise<void> => {
    const { id, name, input } = message;
    try {
      const handler = handlers.calls[name];
      if (handler === undefined) throw new TypeError(`No handler for ${name}`);
      port.postMessage({ type: 'value', id, value: await handler(input as never) } satisfies Message);
    } catch (error) {
      port.postMessage({ type: 'error', id, error: toCallError(error) } satisfies Message);
    }
  };

  const settle = (message: Message & { type: 'value' | 'error' }): void => {
    const waiting = open.get(message.id);
    open.delete(message.id);
    if (message.type === 'value') waiting?.resolve(message.value as never);
    else waiting?.reject(fromCallError(message.error));
  };

  port.on('message', (raw) => {
    const message = raw as Message;
    if (message.type === 'call') void answer(message);
    else if (message.type === 'note') handlers.notes[message.name]?.(message.payload as never);
    else settle(message);
  });

  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        if (gone !== null) {
          reject(gone);
          return;
        }
        const id = ++lastId;
        open.set(id, { resolve, reject });
        try {
          port.postMessage({ type: 'call', id, name, input } satisfies Message);
        } catch (error) {
          open.delete(id);
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      }),
    notify: (name, payload) => {
      if (gone === null) port.postMessage({ type: 'note', name, payload } satisfies Message);
    },
    fail: (reason) => {
      gone ??= reason;
      for (const waiting of open.values()) waiting.reject(gone);
      open.clear();
    },
  };
}
