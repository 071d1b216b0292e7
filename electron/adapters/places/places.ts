import { stat } from 'node:fs/promises';
import { AppError } from '../../core/errors.ts';
import type { EventSink, LibraryPlaces } from '../../core/ports.ts';
import { Files, type Faults } from '../store/files.ts';
import { acquireLock } from '../store/lock.ts';
import { siblingName } from '../store/library-siblings.ts';
import { storageError } from '../store/storage-error.ts';
import { readKnown, withFirst, writeKnown, type Known } from './known-libraries.ts';
import { printOf } from './library-files.ts';
import { beginMove } from './move-library.ts';
import { checkNewPlace, holdsLibrary, placeOf } from './new-place.ts';

export interface PlacesDeps {
  /** File of the libraries this person has. */
  readonly file: string;
  /** Folder of the library that is open. */
  readonly root: () => string;
  /** Closes the library and opens the one that `work` names; otherwise the present one is opened again, and it rejects. */
  readonly exchange: (work: () => Promise<{ root: string; opened: () => Promise<void> }>) => Promise<void>;
  readonly emit: EventSink;
  /** For tests: makes file operations of a move fail. */
  readonly faults?: Faults;
}

/** The libraries of this person: going from one to another, and from one folder to another. */
export function createPlaces({ file, root, exchange, emit, faults }: PlacesDeps): LibraryPlaces {
  let busy = false;

  /** One change of place at a time. */
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy) throw new AppError('library-locked', 'The library is being moved or opened. Wait until that is done.', { retryable: true });
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
    }
  };

  const remember = (change: (known: Known) => Known): Promise<void> => writeKnown(file, change(readKnown(file)));
  /** The present library stays on the list, so that there is a way back. */
  const goTo = (path: string, name?: string) => async (): Promise<void> => {
    const present = root();
    await exchange(async () => ({
      root: path,
      opened: () => remember((known) => withFirst(withFirst(known, present), path, name)),
    }));
  };

  return {
    list: async () => {
      const known = readKnown(file);
      const present = root();
      const all = known.libraries.some(({ path }) => path === present) ? known : { ...withFirst(known, present) };
      const libraries = await Promise.all(
        all.libraries.map(async ({ name, path }) => ({
          name,
          path,
          open: path === present,
          found: path === present || (await holdsLibrary(path)),
        })),
      );
      const removable: string[] = [];
      for (const { from } of known.moved) if (from !== present && (await holdsLibrary(from))) removable.push(from);
      return { libraries, removable };
    },

    open: (typed) =>
      alone(async () => {
        const path = await placeOf(typed);
        if (path === (await placeOf(root()))) throw new AppError('invalid-input', 'That library is open already.');
        if (!(await holdsLibrary(path))) {
          throw new AppError('not-found', `There is no library in ${path}. Choose the folder that holds one, or make a new library there.`);
        }
        await goTo(path)();
      }),

    create: (typed, name) =>
      alone(async () => {
        const path = await placeOf(typed);
        await checkNewPlace(path, await placeOf(root()));
        await goTo(path, name)();
      }),

    forget: async (path) => {
      if (path === root()) throw new AppError('invalid-input', 'The library that is open stays on the list.');
      await remember((known) => ({ ...known, libraries: known.libraries.filter((each) => each.path !== path) }));
    },

    move: (typed) =>
      alone(async () => {
        const to = await placeOf(typed);
        const from = await placeOf(root());
        try {
          const move = await beginMove(from, to, { onProgress: (progress) => emit({ type: 'move', progress }), ...(faults && { faults }) });
          let size = { files: 0, bytes: 0 };
          try {
            await exchange(async () => {
              const { print, ...moved } = await move.finish();
              size = moved;
              emit({ type: 'move', progress: { step: 'opening', bytes: moved.bytes, ofBytes: moved.bytes } });
              return { root: to, opened: () => remember((known) => withMoved(known, from, to, print)) };
            });
          } catch (error) {
            await move.discard().catch(() => undefined);
            throw error;
          }
          return { from, ...size };
        } finally {
          emit({ type: 'move', progress: null });
        }
      }),

    removeOld: (from) => alone(() => removeOld(from, { file, present: root(), remember })),
  };
}

function withMoved(known: Known, from: string, to: string, print: string): Known {
  const name = known.libraries.find(({ path }) => path === from)?.name;
  const without = { ...known, libraries: known.libraries.filter(({ path }) => path !== from) };
  const moved = [...known.moved.filter((each) => each.from !== from && each.from !== to), { from, to, print }];
  return { ...withFirst(without, to, name), moved };
}

/** Deletes a folder that a library was moved from: only where nothing in it differs from what was copied and compared. */
async function removeOld(
  from: string,
  { file, present, remember }: { file: string; present: string; remember: (change: (known: Known) => Known) => Promise<void> },
): Promise<void> {
  const refuse = (sentence: string): AppError => new AppError('invalid-input', sentence, { details: { path: from } });
  const entry = readKnown(file).moved.find((each) => each.from === from);
  if (entry === undefined) throw refuse(`No library was moved away from ${from}, so nothing there is deleted.`);
  if (from === present) throw refuse('That library is open. Nothing was deleted.');
  if (!(await holdsLibrary(entry.to)) || (await sameFolder(from, entry.to))) {
    throw refuse(`The copy at ${entry.to} cannot be found, so the old folder stays. Connect its disk and try again.`);
  }
  const files = new Files();
  try {
    const { lock } = await acquireLock(from, files, 'a clean-up');
    const aside = siblingName(from, 'removing', new Date().toISOString().replace(/[:.]/g, '-'));
    try {
      if ((await printOf(from)) !== entry.print) {
        throw refuse(`Something in ${from} has changed since the library was moved. Nothing was deleted; look into that folder first.`);
      }
      // Under another name first: a deletion that is cut off leaves nothing that looks like a library.
      await files.rename(from, aside);
    } catch (error) {
      await lock.release();
      throw error;
    }
    await files.removeTree(aside);
  } catch (error) {
    throw storageError(error, 'The old folder could not be deleted', from);
  }
  await remember((known) => ({ ...known, moved: known.moved.filter((each) => each.from !== from) }));
}

async function sameFolder(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(a), stat(b)]);
  return one.dev === other.dev && one.ino === other.ino;
}
