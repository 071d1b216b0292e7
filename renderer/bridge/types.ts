import type { CallError, ErrorCode } from '../../electron/contract/errors.ts';
import type { AppEvent, AppEventType } from '../../electron/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../electron/contract/methods.ts';
import { currentIntl } from '../i18n/current.tsx';
import { errorSentence, mistakeSentence } from '../i18n/error-words.ts';

export type Platform = 'darwin' | 'win32' | 'linux';

/** What a window can listen to: the core's events, commands of the native menu, and the state of the connection. */
export type BridgeEvents = { [T in AppEventType]: Extract<AppEvent, { type: T }> } & {
  /** A command chosen in the native menu, or asked for by the host. */
  command: { id: string };
  /** `resumed` is true when events may have been missed and everything must be asked again. */
  connection: { connected: boolean; resumed: boolean };
};
export type BridgeEventType = keyof BridgeEvents;

/** The one way from the window to the core. */
export interface Bridge {
  /** Resolves with the method's output; rejects only with `BridgeError`. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** Returns the function that stops listening. */
  on<T extends BridgeEventType>(type: T, listener: (event: BridgeEvents[T]) => void): () => void;
  readonly platform: Platform;
}

/** A call that failed, with the sentence to show in `message` and the code to switch on in `code`. */
export class BridgeError extends Error {
  readonly error: CallError;

  constructor(error: CallError) {
    super(error.message);
    this.name = 'BridgeError';
    this.error = error;
  }

  get code(): ErrorCode {
    return this.error.code;
  }

  get retryable(): boolean {
    return this.error.retryable;
  }
}

/** A question of the cache: what it is kept under, how it is asked, and for how long (ms) an answer that nobody shows is kept. */
export interface Question<T> {
  queryKey: readonly unknown[];
  queryFn: () => Promise<T>;
  gcTime?: number;
}

/** The sentence to show for anything that was thrown, in the language of the window where its code says enough. */
export function sentenceOf(thrown: unknown): string {
  const intl = currentIntl();
  return thrown instanceof BridgeError ? errorSentence(intl, thrown.error) : mistakeSentence(intl);
}
