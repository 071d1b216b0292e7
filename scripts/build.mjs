// `npm run build`: builds everything into dist/ and links the command line, so that `npx --no-install offprint` works in the checkout.
import { build } from './lib/build.mjs';

await build();
