import { connectControl } from '../../adapters/control/control.ts';
import { hostInfo } from '../../adapters/threads/host-info.ts';
import { openLibraryHost } from '../../adapters/threads/library-host.ts';
import { openInBrowser } from '../browser.ts';
import type { CallResult } from '../../contract/errors.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../contract/methods.ts';
import { AppError } from '../../core/errors.ts';

/** The library, in this process or in the one that holds it. */
export interface LibraryConnection {
  /** Calls a method of the contract. Rejects with its error. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  close(): Promise<void>;
}

/**
 * Opens the library, making it where none is unless it `mustExist`. Where another Offprint holds it, hands the work to that one; where that one cannot be
 * reached, rejects with `library-locked`, which says who holds it. It is never opened twice.
 */
export async function connectLibrary(root: string, mustExist = false): Promise<LibraryConnection> {
  try {
    const host = await openLibraryHost({
      root,
      mustExist,
      info: hostInfo('headless'),
      samples: false,
      background: false,
      host: { openExternal: openInBrowser },
    });
    return connection(
      (method, input) => host.app.dispatch(method, input),
      () => host.close(),
    );
  } catch (error) {
    const endpoint = error instanceof AppError && error.code === 'library-locked' ? error.details['endpoint'] : null;
    if (typeof endpoint !== 'string') throw error;
    const holder = await connectControl(endpoint).catch(() => {
      throw error;
    });
    return connection(
      (method, input) => holder.dispatch(method, input),
      async () => holder.close(),
    );
  }
}

function connection(
  dispatch: (method: string, input: unknown) => Promise<CallResult<unknown>>,
  close: () => Promise<void>,
): LibraryConnection {
  return {
    call: async <M extends MethodName>(method: M, input: MethodInput<M>) => {
      const result = await dispatch(method, input);
      if (result.ok) return result.value as MethodOutput<M>;
      const { code, message, details, retryable } = result.error;
      throw new AppError(code, message, { details, retryable });
    },
    close,
  };
}
