import { z } from 'zod';
import { knownLibrarySchema } from '../entities.ts';
import { method, name, nothing } from './method.ts';

/** An absolute path of this computer. */
const path = z.string().trim().min(1).max(4096);
const place = z.strictObject({ path });

/** Where the library is, and the others of this person. Every change of place is followed by `library` with `replaced: true`. */
export const PLACES_METHODS = {
  /** The one that was opened last comes first. `removable` = folders whose library was moved, copied and checked, and which are still there. */
  'libraries.list': method(
    'host',
    nothing,
    z.strictObject({ libraries: z.array(knownLibrarySchema), removable: z.array(z.string()), canChoose: z.boolean() }),
  ),
  /** Closes the library and opens the one in that folder instead. Where that fails, the present one is opened again. */
  'libraries.open': method('host', place, nothing),
  /** Makes a library in a folder that is empty or not there yet, and opens it. */
  'libraries.create': method('host', z.strictObject({ path, name: name.optional() }), nothing),
  /** Takes a library off the list; its folder stays as it is. */
  'libraries.forget': method('host', place, nothing),
  /** Copies the library to a folder that is empty or not there yet, compares every file, and opens the copy. The old folder stays. */
  'libraries.move': method('host', place, z.strictObject({ from: z.string(), files: z.number().int(), bytes: z.number().int() })),
  /** Deletes the folder that a library was moved from, where nothing in it has changed since. */
  'libraries.removeOld': method('host', place, nothing),
  /** Lets the person choose a folder; null where they chose none. Only where the window has no browser around it. */
  'libraries.choose': method('host', nothing, z.strictObject({ path: z.string().nullable() })),
} as const;
