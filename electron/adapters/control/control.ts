import { createServer, connect, type Server, type Socket } from 'node:net';
import { z } from 'zod';
import type { CallResult } from '../../contract/errors.ts';
import type { App } from '../../core/app.ts';
import { AppError } from '../../core/errors.ts';
import { createEndpoint } from './endpoint.ts';
import { jsonLines } from './json-lines.ts';

const requestSchema = z.strictObject({ id: z.number().int(), method: z.string(), input: z.unknown() });
const helloSchema = z.object({ offprint: z.string(), pid: z.number().int(), url: z.string().nullable() });
type Hello = z.infer<typeof helloSchema>;

export interface Control {
  /** Address to give to `connectControl`. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * Lets other processes of the same person use the library that this one holds: the command line hands its work over here. Every contract
 * method is open to them, since who can connect can read and write the library's files anyway.
 * A connection starts with one line {offprint: version, pid, url}; then each line {id, method, input} is answered with {id, result}.
 */
export async function serveControl(
  app: Pick<App, 'dispatch'>,
  about: { version: string; hello: () => { url: string | null } },
): Promise<Control> {
  const endpoint = await createEndpoint();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const lines = jsonLines(socket, (value) => {
      const request = requestSchema.safeParse(value);
      if (!request.success) {
        socket.destroy();
        return;
      }
      const { id, method, input } = request.data;
      void app.dispatch(method, input).then((result) => lines.send({ id, result }));
    });
    lines.send({ offprint: about.version, pid: process.pid, ...about.hello() } satisfies Hello);
  });
  await listen(server, endpoint.address).catch(async (error: unknown) => {
    await endpoint.remove();
    throw error;
  });
  return {
    endpoint: endpoint.address,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await endpoint.remove();
    },
  };
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
}

export interface ControlConnection extends Pick<App, 'dispatch'> {
  /** Version and process of the Offprint at the other end, and the address of its window where it serves one. */
  readonly hello: Hello;
  close(): void;
}

/** A person waits: an Offprint that does not say hello in this time hangs, or is none. */
const HELLO_MS = 5_000;

/** Connects to the Offprint that holds the library. Rejects with 'library-locked' where nobody answers there. */
export function connectControl(endpoint: string, { helloMs = HELLO_MS } = {}): Promise<ControlConnection> {
  return new Promise((resolve, reject) => {
    const socket = connect(endpoint);
    const waiting = new Map<number, (result: CallResult<unknown>) => void>();
    let lastId = 0;
    const gone = (): AppError =>
      new AppError('library-locked', 'Another Offprint holds this library and does not answer. Close it, or wait a moment, and try again.');
    const timer = setTimeout(() => socket.destroy(), helloMs);
    const lines = jsonLines(socket, (value) => {
      const hello = helloSchema.safeParse(value);
      if (hello.success) {
        clearTimeout(timer);
        resolve({ hello: hello.data, dispatch, close: () => socket.destroy() });
        return;
      }
      const { id, result } = value as { id: number; result: CallResult<unknown> };
      waiting.get(id)?.(result);
      waiting.delete(id);
    });
    const dispatch = (method: string, input: unknown): Promise<CallResult<unknown>> =>
      new Promise((answer) => {
        if (socket.destroyed) {
          answer({ ok: false, error: gone().toJSON() });
          return;
        }
        waiting.set(++lastId, answer);
        lines.send({ id: lastId, method, input });
      });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      reject(gone());
      for (const answer of waiting.values()) answer({ ok: false, error: gone().toJSON() });
      waiting.clear();
    });
  });
}
