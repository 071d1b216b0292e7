import type { CallError, CallResult } from '../../../electron/contract/errors.ts';
import type { MethodOutput } from '../../../electron/contract/methods.ts';
import { BridgeError } from '../../bridge/types.ts';

export type Imported = MethodOutput<'library.import'>;

const broken: CallError = {
  code: 'connection-failed',
  message: 'The archive could not be handed over, and the library stays as it is. Check that Offprint is still running, then try again.',
  details: {},
  retryable: true,
};

/** Bytes handed over at once. */
const PIECE = 8 * 1024 * 1024;

async function post(address: string, body: ArrayBuffer): Promise<CallResult<unknown>> {
  try {
    const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/zip' }, body });
    return (await response.json()) as CallResult<unknown>;
  } catch {
    throw new BridgeError(broken);
  }
}

/**
 * Hands an archive to the host, which makes it the library. `onProgress` gets the part sent, 0–1 (1 = the host is opening it). Rejects with
 * `BridgeError`; the library is then as it was. In pieces, because Electron gives its scheme's handler no body from XMLHttpRequest and a Blob
 * only in memory or not at all, and because pieces tell how much is done.
 */
export async function uploadArchive(file: File, onProgress: (sent: number) => void): Promise<Imported> {
  const upload = crypto.randomUUID();
  for (let at = 0; ; at += PIECE) {
    const end = Math.min(at + PIECE, file.size);
    const last = end === file.size;
    const piece = await file.slice(at, end).arrayBuffer();
    if (last) onProgress(1);
    const result = await post(`/import?upload=${upload}&at=${at}${last ? '&last' : ''}`, piece);
    if (!result.ok) throw new BridgeError(result.error);
    if (last) return result.value as Imported;
    onProgress(end / file.size);
  }
}
