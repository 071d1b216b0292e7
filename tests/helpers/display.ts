import { spawn } from 'node:child_process';

/** A screen that nobody sees, for programs that need one; the one that is there already where there is one. */
export async function withDisplay(): Promise<{ env: NodeJS.ProcessEnv; close(): void }> {
  if (process.platform !== 'linux' || process.env['DISPLAY']) return { env: {}, close: () => undefined };
  // The server picks a free number itself and writes it to descriptor 3 once it takes clients.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  // Not left behind by a test run that is broken off.
  const end = (): void => void server.kill();
  process.once('exit', end);
  return { env: { DISPLAY: `:${display}` }, close: end };
}
