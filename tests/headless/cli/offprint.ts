import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleJson } from '../../../electron/contract/entities.ts';

const MAIN = join(import.meta.dirname, '../../../dist/headless/cli.cjs');

/** Spares each process the compiling of the same bundles. */
const COMPILED = join(tmpdir(), 'offprint-compile-cache');

/** What the commands' documents hold, taken together: a test that reads what its command does not print fails by itself. */
export interface Document {
  readonly total: number;
  readonly articles: ArticleJson[];
  readonly failed: { input: string; code: string; message: string }[];
  readonly hits: { id: string; title: string; snippet: string; marks: [number, number][] }[];
  readonly tookMs: number;
  readonly problems: { message: string }[];
  readonly error: { code: string; message: string };
  readonly changed: number;
  readonly tags: { name: string; count: number }[];
  readonly collections: { path: string; count: number }[];
  readonly ok: boolean;
  readonly path: string;
  readonly id: string;
  readonly text: string;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as its one JSON document. */
  readonly json: Document;
}

export interface RunOptions {
  readonly library?: string;
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  readonly uid?: number;
}

/** Starts the built command line, as a process of its own. */
export function start(args: readonly string[], { library, cwd, env = {}, uid }: RunOptions = {}): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: '/nonexistent',
      NODE_COMPILE_CACHE: COMPILED,
      ...(library !== undefined && { OFFPRINT_LIBRARY: library }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
    ...(uid !== undefined && { uid }),
  });
}

/** Runs the command line to its end. */
export async function offprint(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = start(args, options);
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    code,
    stdout,
    stderr,
    get json() {
      return JSON.parse(stdout) as Document;
    },
  };
}

/** A story's page, long enough to be an article. */
export function storyPage(title: string, body = 'The quick brown fox jumps over the lazy dog, as it has done for many years.'): string {
  const paragraphs = Array.from(
    { length: 6 },
    (_, at) => `<p>${body} This is paragraph ${at + 1}, and it says a little more about ${title}.</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="The Paper">
<meta name="author" content="Ada Reader"><meta property="article:published_time" content="2024-05-01"></head><body><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`;
}

/** Serves pages by path on this computer; anything else is 404. */
export async function servePages(pages: Record<string, string>): Promise<{ url: string; asked: string[]; close: () => Promise<void> }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    asked.push(pathname);
    const page = pages[pathname];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? 'Not here.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
