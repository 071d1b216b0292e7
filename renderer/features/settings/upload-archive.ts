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

/**
 * Hands an archive to the host, which makes it the library. `onProgress` gets the part sent, 0–1 (1 = the host is opening it). Rejects with
 * `BridgeError`; the library is then as it was. XMLHttpRequest, because `fetch` does not tell how much of an upload is done.
 */
export function uploadArchive(file: File, onProgress: (sent: number) => void): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/import');
    request.setRequestHeader('content-type', 'application/zip');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.upload.addEventListener('load', () => onProgress(1));
    request.addEventListener('error', () => reject(new BridgeError(broken)));
    request.addEventListener('load', () => {
      try {
        const result = JSON.parse(request.responseText) as CallResult<Imported>;
        if (result.ok) resolve(result.value);
        else reject(new BridgeError(result.error));
      } catch {
        reject(new BridgeError(broken));
      }
    });
    request.send(file);
  });
}
