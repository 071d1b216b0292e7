import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Loaded {
  /** Path under the folder of the page. */
  readonly file: string;
  /** Bytes, compressed as a server would (gzip, level 9). */
  readonly gzip: number;
}

/** Every script and style sheet that a page needs before it can draw: what it names, and what those import without `import()`. */
export function firstPaintOf(folder: string, page = 'index.html'): Loaded[] {
  const html = readFileSync(join(folder, page), 'utf8');
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)].flatMap(([, file]) => file ?? []);
  const seen = new Map<string, Loaded>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    const code = readFileSync(join(folder, file));
    seen.set(file, { file, gzip: gzipSync(code, { level: 9 }).length });
    if (!file.endsWith('.js')) return;
    // A static import of a bundle: `import{a as b}from"./x.js"`, `import"./x.js"`, `export*from"./x.js"`.
    const imports = code
      .toString('utf8')
      .matchAll(/(?:^|[;}\s])(?:import|export)(?:[\w$*{][^"';()]*?from|\s*\{[^"';()]*?\}\s*from)?\s*"(\.[^"]+\.js)"/g);
    for (const [, path] of imports) if (path !== undefined) visit(join(dirname(file), path));
  };
  for (const file of named) visit(join(file));
  return [...seen.values()];
}
