import { ensureBuilt } from './built.ts';

/** The tests start worker threads, the command line and the desktop from dist/: it is made what the sources give now. */
export const setup = (): Promise<void> => ensureBuilt();
