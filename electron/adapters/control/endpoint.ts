import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Unix socket's address holds 104 bytes on macOS and 108 on Linux, with its ending zero. */
const MAX_SOCKET_PATH = 100;

export interface Endpoint {
  readonly address: string;
  remove(): Promise<void>;
}

/**
 * A fresh address to listen on. A Unix socket lies in a folder of its own that only this user may enter; a Windows pipe has a name that
 * cannot be guessed, and Windows lets nobody else write to it.
 */
export async function createEndpoint(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<Endpoint> {
  if (platform === 'win32') {
    return { address: `\\\\.\\pipe\\offprint-${randomBytes(16).toString('hex')}`, remove: async () => undefined };
  }
  const folder = await mkdtemp(join(await socketFolder(env), 'offprint-'));
  return { address: join(folder, 'control'), remove: () => rm(folder, { recursive: true, force: true }) };
}

async function socketFolder(env: NodeJS.ProcessEnv): Promise<string> {
  for (const folder of [env['XDG_RUNTIME_DIR'], tmpdir()]) {
    if (!folder || Buffer.byteLength(join(folder, 'offprint-XXXXXX', 'control')) > MAX_SOCKET_PATH) continue;
    const found = await stat(folder).catch(() => null);
    if (found?.isDirectory()) return folder;
  }
  return '/tmp';
}
