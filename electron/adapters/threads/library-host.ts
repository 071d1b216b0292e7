import { resolve } from 'node:path';
import type { AppInfo } from '../../contract/entities.ts';
import type { Settings } from '../../contract/settings.ts';
import { createApp, type App } from '../../core/app.ts';
import { AppError } from '../../core/errors.ts';
import type { EventSink, HostPowers, ProgramFacts, Service } from '../../core/ports.ts';
import { diagnosticsText } from '../log/diagnostics.ts';
import { LogFile } from '../log/log-file.ts';
import { loggedApp } from '../log/logged-app.ts';
import { knownLibrariesFile } from '../places/known-libraries.ts';
import { createPlaces } from '../places/places.ts';
import { holdsLibrary } from '../places/new-place.ts';
import { serveControl } from '../control/control.ts';
import { Closers } from './closers.ts';
import { Gate } from './gate.ts';
import { exchangeLibrary, type NextLibrary } from './exchange-library.ts';
import { importLibrary } from './import-library.ts';
import { aboutProgram } from './host-info.ts';
import type { HostInfo } from './protocol.ts';
import { createReaderThread } from './reader-thread.ts';
import { createWriterThread } from './writer-thread.ts';

export interface LibraryHostOptions {
  /** Folder of the library; made where it is missing. */
  readonly root: string;
  readonly info: HostInfo;
  /** True where a library must be there already: none is made. */
  readonly mustExist?: boolean;
  /** Fill a new library with a few articles (the app's first start). */
  readonly samples: boolean;
  /** False for a command that ends soon; left out, the program stays open and goes on with what an earlier session left. */
  readonly background?: boolean;
  readonly host: HostPowers;
  /** File of the libraries this person has; left out: the person's own. */
  readonly knownLibraries?: string;
  /** Told to a second process that finds the library taken, e.g. the address of the window. */
  readonly hello?: () => { url: string | null };
}

export interface LibraryHost {
  readonly app: App;
  /** Folder of the library that is open now. */
  root(): string;
  /** Where another process of the same person reaches this one; null where that could not be set up. */
  readonly endpoint: string | null;
  /** The whole library as one zip file, produced as fast as it is read. */
  exportArchive(): ReadableStream<Uint8Array>;
  /** Finishes what is being written, folds the journal in, gives the lock back. Takes seconds at most. */
  close(): Promise<void>;
}

/**
 * Opens a library in its two threads and composes the app above them. Rejects with the store's `AppError`s (`library-locked` with
 * details {pid, host, endpoint}, `library-newer`, `no-permission`, …), and leaves nothing running then.
 */
export async function openLibraryHost(options: LibraryHostOptions): Promise<LibraryHost> {
  const { info, samples, host } = options;
  let root = resolve(options.root);
  if (options.mustExist && !(await holdsLibrary(root))) throw missing(root);
  const closers = new Closers();
  const listeners = new Set<EventSink>();
  const emit: EventSink = (event) => {
    for (const listener of [...listeners]) listener(event);
  };
  const writer = createWriterThread(
    { root, info, samples, background: options.background ?? true },
    { event: emit, batch: (batch) => reader.batch(batch) },
  );
  closers.add(() => writer.stop());
  const reader = createReaderThread(root, () => writer.rpc.call('resend', null));
  closers.add(() => reader.stop());
  try {
    await writer.open();
    await reader.open();
    const told = async (): Promise<AppInfo> => (await writer.rpc.call('call', { method: 'app.info', input: {} })) as AppInfo;
    const known = await told();
    // Windows show it as they show any library that cannot be written.
    writer.onCrash((error) => emit({ type: 'library', info: { ...known, readOnly: error.message }, replaced: false }));
    const gate = new Gate();
    let endpoint: string | null = null;
    const exchange = async (work: () => Promise<NextLibrary>): Promise<void> => {
      root = await exchangeLibrary({ writer, reader }, gate, root, work);
      await writer.rpc.call('setEndpoint', { endpoint });
      emit({ type: 'library', info: await told(), replaced: true });
    };
    const places = createPlaces({ file: options.knownLibraries ?? knownLibrariesFile(), root: () => root, exchange, emit });
    const program: ProgramFacts = {
      about: aboutProgram(),
      diagnostics: (addresses) => diagnosticsText({ app, log, about: program.about }, addresses),
    };
    const core = createApp({
      writer: gated(gate, (method, input) =>
        method === 'library.import' ? importAndTell(input) : writer.rpc.call('call', { method, input }),
      ),
      reader: gated(gate, reader.call),
      host: { ...host, places, program },
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
    const log = new LogFile(() => root);
    let details = false;
    const app: App = loggedApp(core, log, () => details);
    app.subscribe((event) => {
      if (event.type === 'settings') details = event.settings.logAddresses;
    });
    const set = await app.dispatch('settings.get', {});
    details = set.ok && (set.value as Settings).logAddresses;
    log.write({ what: 'opened', version: info.version, host: info.host, node: program.about.node, notes: known.notes.length });
    closers.add(() => app.close());
    const control = await serveControl(app, { hello: options.hello ?? (() => ({ url: null })), version: info.version }).catch(() => null);
    if (control !== null) closers.add(() => control.close());
    endpoint = control?.endpoint ?? null;
    await writer.rpc.call('setEndpoint', { endpoint });

    async function importAndTell(input: unknown): Promise<unknown> {
      const result = await importLibrary(input, { writer, reader }, gate, root);
      await writer.rpc.call('setEndpoint', { endpoint });
      emit({ type: 'library', info: await told(), replaced: true });
      return result;
    }

    return { app, root: () => root, endpoint, exportArchive: () => writer.exportArchive(), close: () => closers.close() };
  } catch (error) {
    await closers.close().catch(() => undefined);
    throw error;
  }
}

function missing(root: string): AppError {
  return new AppError(
    'not-found',
    `The library at ${root} is not there. Connect the disk it is on and try again, or name another folder with OFFPRINT_LIBRARY or --library.`,
    { details: { path: root }, retryable: true },
  );
}

/** A thread as the service that createApp asks. Closing is the host's: it stops the threads themselves. */
function gated(gate: Gate, call: (method: string, input: unknown) => Promise<unknown>): Service {
  return {
    call: async (method, input) => {
      // `library.import` holds the gate itself.
      while (gate.waiting !== null && method !== 'library.import') await gate.waiting;
      return call(method, input);
    },
    close: async () => undefined,
  };
}
