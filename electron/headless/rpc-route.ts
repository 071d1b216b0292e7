import { z } from 'zod';
import { resultResponse, wrongMethod } from '../adapters/web/responses.ts';
import { refusedFromWindow } from '../adapters/web/window-calls.ts';
import type { App } from '../core/app.ts';
import { AppError } from '../core/errors.ts';

/** A dropped file of 64 MB is 86 MB of base64. */
export const MAX_RPC_BYTES = 96 * 1024 * 1024;

const callSchema = z.strictObject({ method: z.string(), input: z.unknown() });

/** `POST /rpc` with {method, input} → the call's result. */
export async function rpcRoute(request: Request, app: Pick<App, 'dispatch'>): Promise<Response> {
  if (request.method !== 'POST') return wrongMethod('POST');
  // A form of another page cannot send this type without asking first.
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return refuse(415, 'A call must be sent as JSON.');
  const body = await readBody(request);
  if (body === null) {
    const error = new AppError(
      'too-large',
      'That is more than a window can hand over at once (64 MB). Save large files one by one, or use the command line.',
    );
    return resultResponse({ ok: false, error: error.toJSON() }, 413);
  }
  const call = callSchema.safeParse(parse(body));
  if (!call.success) return refuse(400, 'That is not a call: {"method": …, "input": …} was expected.');
  const { method, input } = call.data;
  return resultResponse(refusedFromWindow(method, input) ?? (await app.dispatch(method, input)));
}

function refuse(status: number, sentence: string): Response {
  return resultResponse({ ok: false, error: new AppError('invalid-input', sentence).toJSON() }, status);
}

/** The body as text, or null where it is larger than allowed; never more than that is held. */
async function readBody(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_RPC_BYTES) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > MAX_RPC_BYTES) return null;
    pieces.push(next.value);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
