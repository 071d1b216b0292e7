import { writeSync } from 'node:fs';
import { createPlaces } from '../../../electron/adapters/places/places.ts';

/** Moves a library and kills itself, as `kill -9` does, just before the operation of that number (0 = never; then it says how many there were). */
const [from = '', to = '', file = '', at = '0'] = process.argv.slice(2);
let root = from;
let count = 0;
const places = createPlaces({
  file,
  root: () => root,
  emit: () => undefined,
  exchange: async (work) => {
    const next = await work();
    await next.opened();
    root = next.root;
  },
  faults: () => {
    if (++count === Number(at)) process.kill(process.pid, 'SIGKILL');
  },
});
await places.move(to);
writeSync(1, String(count));
