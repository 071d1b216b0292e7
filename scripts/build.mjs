// `npm run build`: builds everything into dist/ and links the command line, so that `npx --no-install offprint` works in the checkout.
// `--if-stale` does nothing where dist/ is up to date.
import { build } from './lib/build.mjs';
import { fail } from './lib/project.mjs';

await build({ ifStale: process.argv.includes('--if-stale') }).catch((error) => fail(error.message));
