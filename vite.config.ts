import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { ariaLocalesPlugin } from './scripts/lib/aria-locales.mjs';
import { cataloguesPlugin } from './scripts/lib/catalogues.mjs';

/**
 * `vite build --app`: the renderer and one environment for each Node entry. An environment with several entries would move shared code
 * into chunks and break the workers' paths; one for each entry gives files that stand alone, also inside an asar.
 */
const at = (...parts: string[]): string => join(import.meta.dirname, ...parts);

/** scripts/build.mjs builds beside and then exchanges the folders, so that a build that fails leaves the last one in place. */
const dist = process.env['OFFPRINT_DIST'] ?? at('dist');

/** Output (under dist/, without extension) → source. Workers lie together: adapters/threads/worker-path.ts finds them there. */
const NODE_ENTRIES: Record<string, string> = {
  'desktop/main': at('electron/desktop/main.ts'),
  'desktop/preload': at('electron/desktop/preload.ts'),
  'headless/cli': at('electron/headless/cli/main.ts'),
  'headless/serve': at('electron/headless/serve.ts'),
  'workers/writer.worker': at('electron/adapters/threads/writer.worker.ts'),
  'workers/reader.worker': at('electron/adapters/threads/reader.worker.ts'),
  'workers/pdf.worker': at('electron/adapters/capture/formats/pdf/pdf.worker.ts'),
  'workers/extract.worker': at('electron/adapters/capture/extract.worker.ts'),
  'workers/feed.worker': at('electron/adapters/feeds/feed.worker.ts'),
};

/** Entries whose rarely needed parts are apart: the parsers of capture are most of what the writer has. */
const SPLIT: ReadonlySet<string> = new Set(['workers/writer.worker']);

/** Everything is bundled but Node and Electron themselves: production `node_modules` is empty. */
function nodeEnvironment(output: string, source: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, builtins: ['electron', /^node:/, ...builtinModules], conditions: ['module', 'node', 'production'] },
    build: {
      ssr: true,
      // Electron 25 runs Node 18; what is newer is feature-detected.
      target: 'node18',
      outDir: dist,
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      copyPublicDir: false,
      // The words of menus and native dialogs, beside the process that says them (scripts/lib/catalogues.mjs).
      emitAssets: output === 'desktop/main',
      rolldownOptions: {
        input: { [output]: source },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          // What an entry imports when it is first needed (import()) lies in files of its own beside it, which opening need not read.
          codeSplitting: SPLIT.has(output),
          chunkFileNames: `${output}/[name].cjs`,
        },
      },
    },
  };
}

const name = (output: string): string => output.replaceAll(/[^a-z]/g, '_');

export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  plugins: [react(), cataloguesPlugin(), ariaLocalesPlugin()],
  builder: {},
  environments: {
    client: {
      build: {
        target: 'chrome114',
        outDir: join(dist, 'renderer'),
        emptyOutDir: true,
        sourcemap: true,
        modulePreload: { polyfill: false },
        // A data: address is not what the page's Content-Security-Policy lets a font come from.
        assetsInlineLimit: 0,
        // The window is loaded from this computer's own disk.
        chunkSizeWarningLimit: 4096,
        rolldownOptions: { input: { index: at('renderer/index.html'), frame: at('renderer/frame.html') } },
      },
    },
    ...Object.fromEntries(Object.entries(NODE_ENTRIES).map(([output, source]) => [name(output), nodeEnvironment(output, source)])),
  },
});
