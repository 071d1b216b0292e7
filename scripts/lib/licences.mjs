import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { inRoot } from './project.mjs';

/**
 * The licences of everything that is shipped, from the packages' own files: what the source maps of the bundles name, and the fonts, which
 * the style sheets name. Written beside the window, whose About page shows it. A shipped package without a licence breaks the build.
 */
export async function writeLicences(dist) {
  const packages = new Map();
  for (const name of await shipped(dist)) packages.set(name, await licenceOf(name));
  const sorted = [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const without = sorted.filter(({ license }) => license === '');
  if (without.length > 0) throw new Error(`No licence is known of: ${without.map(({ name }) => name).join(', ')}.`);
  await writeFile(join(dist, 'renderer/licences.json'), JSON.stringify(sorted));
  return sorted;
}

/** Names of the packages whose code or fonts lie in dist/. */
export async function shipped(dist) {
  const names = new Set();
  for (const map of (await filesBelow(dist)).filter((file) => file.endsWith('.map'))) {
    const { sources } = JSON.parse(await readFile(map, 'utf8'));
    for (const source of sources) {
      // The build lies in node_modules/.cache, so that its own paths to packages need not name node_modules.
      const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(resolve(dirname(map), source ?? '').replaceAll('\\', '/'))?.[1];
      if (name !== undefined && !name.startsWith('.')) names.add(name);
    }
  }
  const styles = await readFile(inRoot('renderer/styles/fonts.css'), 'utf8');
  for (const [, name] of styles.matchAll(/['"](@fontsource(?:-variable)?\/[^/'"]+)/g)) names.add(name);
  return [...names].sort();
}

async function licenceOf(name) {
  const folder = inRoot('node_modules', name);
  const { version, license, homepage, repository } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((each) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(each));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  const from = typeof repository === 'string' ? repository : (repository?.url ?? '');
  const kind = typeof license === 'string' ? license : (license?.type ?? '');
  return { name, version, license: kind, homepage: homepage ?? from, text: text.replaceAll('\r\n', '\n').trim() };
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
