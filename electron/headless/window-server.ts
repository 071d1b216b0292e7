import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebHandler } from '../adapters/web/handler.ts';
import type { App } from '../core/app.ts';
import { AppError } from '../core/errors.ts';
import { eventsRoute } from './events-route.ts';
import { nodeListener } from './node-http.ts';
import { rpcRoute } from './rpc-route.ts';
import { createSession, type Session } from './session.ts';

export interface WindowServer {
  /** Address to open, with the session's key. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the window on 127.0.0.1; port 0 is any free one. */
export async function serveWindow(app: Pick<App, 'dispatch' | 'subscribe'>, handler: WebHandler, port: number): Promise<WindowServer> {
  let session: Session | null = null;
  const server = createServer(
    // Receiving an archive may take longer than Node's five minutes.
    { requestTimeout: 0 },
    nodeListener(async (request) => {
      const refused = session?.guard(request);
      if (refused) return refused;
      const { pathname } = new URL(request.url);
      if (pathname === '/rpc') return rpcRoute(request, app);
      if (pathname === '/events') return eventsRoute(request, app);
      return handler(request);
    }),
  );
  await listen(server, port);
  session = createSession((server.address() as AddressInfo).port);
  return {
    url: session.url,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      const sentence = taken ? `Port ${port} is taken or not allowed. Choose another one, or none, and Offprint takes a free one.` : null;
      reject(sentence === null ? error : new AppError('invalid-input', sentence, { cause: error }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}
