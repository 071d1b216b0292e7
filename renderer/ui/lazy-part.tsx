import { createElement, useEffect, useReducer, useState, type ComponentType, type ReactNode } from 'react';

/** A component whose code lies in a file of its own, which is read when it is first needed or when the window has nothing else to do. */
export interface LazyPart<P> {
  (props: P): ReactNode;
  /** Reads the file now. Rejects where that cannot be done. */
  preload(): Promise<void>;
}

const waiting: (() => Promise<void>)[] = [];

/**
 * Not `React.lazy`: once the file is there this draws at once, in the same step as what asked for it, so that focus goes straight into a
 * dialog and nothing flashes. A file that cannot be read is an error of the part, and is asked for anew the next time it is shown.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>, fallback: ReactNode = null): LazyPart<P> {
  let part: ComponentType<P> | null = null;
  let loading: Promise<void> | null = null;

  const preload = (): Promise<void> =>
    (loading ??= load().then(
      (loaded) => {
        part = loaded;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    ));
  waiting.push(preload);

  function Part(props: P): ReactNode {
    const [, redraw] = useReducer((count: number) => count + 1, 0);
    const [failed, setFailed] = useState<{ error: unknown } | null>(null);
    useEffect(() => {
      if (part !== null) return undefined;
      let shown = true;
      const unless = (run: () => void): void => {
        if (shown) run();
      };
      preload().then(
        () => unless(redraw),
        (error: unknown) => unless(() => setFailed({ error })),
      );
      return () => {
        shown = false;
      };
    }, []);
    if (failed !== null) throw failed.error;
    return part === null ? fallback : createElement(part, props);
  }
  return Object.assign(Part, { preload });
}

/** Reads the parts that nobody has asked for yet, one after the other, while the window is idle and until `signal` says stop. */
export async function preloadParts(idle: () => Promise<void>, signal?: AbortSignal): Promise<void> {
  while (waiting.length > 0) {
    await idle();
    if (signal?.aborted) return;
    // What cannot be read now is asked for again when it is shown, and says so there.
    await waiting
      .shift()?.()
      .catch(() => undefined);
  }
}
