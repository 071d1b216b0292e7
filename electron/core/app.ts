import type { CallResult } from '../contract/errors.ts';
import type { Sidebar } from '../contract/entities.ts';
import { METHODS, type MethodName } from '../contract/methods.ts';
import { isWebAddress } from './domain/address.ts';
import { AppError, toCallError } from './errors.ts';
import type { EventSink, HostPowers, Service } from './ports.ts';

export interface AppParts {
  readonly writer: Service;
  readonly reader: Service;
  readonly host: HostPowers;
  /** Listens to what the writer announces; answers with how to stop. */
  readonly onEvent: (listener: EventSink) => () => void;
}

export interface App {
  /** The one way in: validates, runs, and never throws. */
  dispatch(method: string, input: unknown): Promise<CallResult<unknown>>;
  /** Everything that changes; answers with how to stop listening. */
  subscribe(listener: EventSink): () => void;
  close(): Promise<void>;
}

/** The application above its two threads: routes each method to where it runs, and tells every window what changed. */
export function createApp({ writer, reader, host, onEvent }: AppParts): App {
  const listeners = new Set<EventSink>();
  const publish: EventSink = (event) => {
    for (const listener of [...listeners]) listener(event);
  };
  const refreshSidebar = coalesced(async () => {
    if (listeners.size === 0) return;
    const sidebar = (await reader.call('app.sidebar', {})) as Sidebar;
    publish({ type: 'sidebar', sidebar });
  });
  const stop = onEvent((event) => {
    publish(event);
    if (event.type === 'articles' || (event.type === 'library' && event.replaced)) refreshSidebar();
  });

  async function run(name: MethodName, input: unknown): Promise<unknown> {
    const { runsOn } = METHODS[name];
    if (runsOn === 'writer') return writer.call(name, input);
    if (runsOn === 'reader') return reader.call(name, input);
    return openExternal(host, (input as { url: string }).url);
  }

  return {
    dispatch: async (method, input) => {
      try {
        if (!Object.hasOwn(METHODS, method)) {
          throw new AppError('invalid-input', `Offprint has no method called “${method}”.`);
        }
        const name = method as MethodName;
        const parsed = METHODS[name].input.safeParse(input ?? {});
        if (!parsed.success) throw invalidInput(name, parsed.error.issues);
        return { ok: true, value: await run(name, parsed.data) };
      } catch (thrown) {
        return { ok: false, error: toCallError(thrown) };
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      stop();
      listeners.clear();
      await Promise.all([writer.close(), reader.close()]);
    },
  };
}

async function openExternal(host: HostPowers, url: string): Promise<Record<string, never>> {
  if (!isWebAddress(url) && !/^mailto:[^\s]+$/i.test(url)) {
    throw new AppError('unsupported-address', 'Only web and e-mail addresses can be opened outside Offprint.');
  }
  await host.openExternal(url);
  return {};
}

function invalidInput(method: MethodName, issues: readonly { path: PropertyKey[]; message: string }[]): AppError {
  const [first] = issues;
  const where = first?.path.map(String).join('.') || 'input';
  return new AppError('invalid-input', `That cannot be done: ${where} is not valid (${first?.message ?? 'unknown'}).`, {
    details: { method, field: where },
  });
}

/** Runs `task` once for any number of calls that come while it runs, and once more after them. A failure is nobody's: the next one tries again. */
function coalesced(task: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = (): void => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    void task()
      .catch(() => undefined)
      .finally(() => {
        running = false;
        if (again) {
          again = false;
          run();
        }
      });
  };
  return run;
}
