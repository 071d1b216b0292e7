import { protocol } from 'electron';
import type { WebHandler } from '../adapters/web/handler.ts';
import { textResponse } from '../adapters/web/responses.ts';
import { ORIGIN, SCHEME } from './addresses.ts';

/** Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Answers `app://offprint/…` with the same handler that the headless host uses. */
export function serveScheme(handler: WebHandler): void {
  protocol.handle(SCHEME, async (request) => {
    if (new URL(request.url).origin !== new URL(ORIGIN).origin && !request.url.startsWith(`${ORIGIN}/`))
      return textResponse(404, 'Not found');
    return handler(request);
  });
}
