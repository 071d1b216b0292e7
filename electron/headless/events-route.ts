import { wrongMethod } from '../adapters/web/responses.ts';
import { COMMON_HEADERS } from '../adapters/web/security-headers.ts';
import type { App } from '../core/app.ts';

/** A window that lags this far behind is let go; it connects again and asks for everything. Bytes. */
const MAX_BEHIND = 16 * 1024 * 1024;
/** A comment now and then, so that a connection which died unseen is noticed. */
const HEARTBEAT_MS = 20_000;

/** `GET /events`: everything the app announces, as server-sent events with one JSON document each. */
export function eventsRoute(request: Request, app: Pick<App, 'subscribe'>): Response {
  if (request.method !== 'GET') return wrongMethod('GET');
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const send = (text: string): void => {
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) > 0) return;
          stop();
          controller.close();
        };
        const unsubscribe = app.subscribe((event) => send(`data: ${JSON.stringify(event)}\n\n`));
        const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS);
        stop = () => {
          unsubscribe();
          clearInterval(heartbeat);
        };
        send('retry: 1000\n\n');
      },
      cancel: () => stop(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_BEHIND }),
  );
  return new Response(body, { headers: { ...COMMON_HEADERS, 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}
