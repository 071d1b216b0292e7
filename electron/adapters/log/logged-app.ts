import type { AppEvent } from '../../contract/events.ts';
import type { CallError } from '../../contract/errors.ts';
import type { App } from '../../core/app.ts';
import type { LogFile } from './log-file.ts';

/** Milliseconds from which a call is worth a line: a person waits then. */
const SLOW_MS = 2000;
/** Failures that only say what the person typed or what is not there: nothing for a log. */
const ORDINARY: ReadonlySet<string> = new Set(['bad-query', 'name-taken', 'not-supported-here', 'would-nest-in-itself']);
/** Calls that take as long as they take. */
const LONG = /^(?:library|capture|backups|feeds|libraries)\./;

/** The same app, with a line in the log for each call that failed or was slow, each failed job, and each change of the library's state. */
export function loggedApp(app: App, log: LogFile, withDetails: () => boolean): App {
  const failure = ({ code, message, details }: CallError): { code: string; detail?: string } => ({
    code,
    // Messages quote addresses, titles and paths.
    ...(withDetails() && { detail: [message, details['cause']].filter((part) => typeof part === 'string').join(' — ') }),
  });
  const failed = new Map<string, string>();
  const onEvent = (event: AppEvent): void => {
    if (event.type === 'library') {
      log.write({ what: 'library', replaced: event.replaced, readOnly: event.info.readOnly !== null, search: event.info.search });
    }
    if (event.type !== 'jobs') return;
    for (const { id, kind, error } of event.jobs) {
      if (error === null) failed.delete(id);
      else if (failed.get(id) !== error.code) {
        failed.set(id, error.code);
        log.write({ what: 'job-failed', kind, ...failure(error) });
      }
    }
  };
  const stop = app.subscribe(onEvent);
  return {
    dispatch: async (method, input) => {
      const started = performance.now();
      const result = await app.dispatch(method, input);
      const ms = Math.round(performance.now() - started);
      if (!result.ok && !ORDINARY.has(result.error.code)) log.write({ what: 'call-failed', method, ms, ...failure(result.error) });
      else if (ms >= SLOW_MS && !LONG.test(method)) log.write({ what: 'call-slow', method, ms });
      return result;
    },
    subscribe: app.subscribe,
    close: async () => {
      stop();
      log.write({ what: 'closed' });
      await app.close();
      await log.idle();
    },
  };
}
