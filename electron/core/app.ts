import type { CallResult } from '../contract/errors.ts';
import type { ArticleDetail, Sidebar } from '../contract/entities.ts';
import { METHODS, type MethodName, type ParsedInput } from '../contract/methods.ts';
import { isWebAddress } from './domain/address.ts';
import type { MethodsOn } from './library/context.ts';
import { AppError, toCallError } from './errors.ts';
import type { EventSink, HostPowers, LibraryPlaces, ProgramFacts, Service } from './ports.ts';

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
    const run = HOST_METHODS[name as MethodsOn<'host'>] as (given: unknown, parts: HostParts) => Promise<unknown>;
    return run(input, { host, writer });
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

interface HostParts {
  readonly host: HostPowers;
  readonly writer: Service;
}

/** Methods that need the host itself. A method that is missing here does not compile. */
const HOST_METHODS: { readonly [K in MethodsOn<'host'>]: (input: ParsedInput<K>, parts: HostParts) => Promise<unknown> } = {
  'app.about': async (_input, { host }) => programOf(host).about,
  'app.diagnostics': async ({ addresses }, { host }) => ({ text: await programOf(host).diagnostics(addresses) }),
  'app.openExternal': ({ url }, { host }) => openExternal(host, url),
  'app.openArticle': async ({ id }, { host }) => {
    if (host.openArticle === undefined) throw new AppError('not-supported-here', 'The browser opens the window itself.');
    return done(host.openArticle(id));
  },
  'app.savePdf': async ({ name }, { host }) => {
    if (host.savePdf === undefined) throw new AppError('not-supported-here', 'The browser saves a PDF when it prints.');
    return { saved: await host.savePdf(name) };
  },
  'articles.openOriginal': ({ id }, parts) => openOriginal(id, parts),
  'capture.render': ({ url, ...options }, parts) => renderAndSave(url, options, parts),
  'libraries.list': async (_input, { host }) => ({ ...(await placesOf(host).list()), canChoose: host.chooseFolder !== undefined }),
  'libraries.open': async ({ path }, { host }) => done(placesOf(host).open(path)),
  'libraries.create': async ({ path, name }, { host }) => done(placesOf(host).create(path, name)),
  'libraries.forget': async ({ path }, { host }) => done(placesOf(host).forget(path)),
  'libraries.move': async ({ path }, { host }) => placesOf(host).move(path),
  'libraries.removeOld': async ({ path }, { host }) => done(placesOf(host).removeOld(path)),
  'libraries.choose': async (_input, { host }) => {
    if (host.chooseFolder === undefined) throw new AppError('not-supported-here', 'Type the whole path of the folder instead.');
    return { path: await host.chooseFolder() };
  },
};

function programOf({ program }: HostPowers): ProgramFacts {
  if (program === undefined) throw new AppError('not-supported-here', 'This program cannot tell what it runs on.');
  return program;
}

function placesOf({ places }: HostPowers): LibraryPlaces {
  if (places === undefined) throw new AppError('not-supported-here', 'This program works with one library only.');
  return places;
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work;
  return {};
}

async function openOriginal(id: string, { host, writer }: HostParts): Promise<Record<string, never>> {
  if (host.openFile === undefined) throw new AppError('not-supported-here', 'The browser opens the file itself.');
  const { folder, original } = (await writer.call('articles.get', { id })) as ArticleDetail;
  if (original === undefined) throw new AppError('not-found', 'This article was not made from a file that is kept.');
  await host.openFile(`${folder}/${original}`);
  return {};
}

async function renderAndSave(url: string, options: object, { host, writer }: HostParts): Promise<unknown> {
  if (host.render === undefined)
    throw new AppError(
      'not-supported-here',
      'Only the desktop app can load a page with its scripts. Save the page as a file in a browser, and add the file.',
    );
  if (!isWebAddress(url)) throw new AppError('unsupported-address', 'Only web addresses can be loaded with their scripts.');
  return writer.call('capture.start', { inputs: [{ kind: 'rendered', ...(await host.render(url)) }], ...options });
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
