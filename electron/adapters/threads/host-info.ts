import { platform } from 'node:os';
import packageJson from '../../../package.json' with { type: 'json' };
import type { ProgramFacts } from '../../core/ports.ts';
import { FORMAT_VERSION } from '../store/format.ts';
import type { HostInfo } from './protocol.ts';

/** What `app.info` says of the program. Systems we have no words for are told as Linux. */
export function hostInfo(host: HostInfo['host']): HostInfo {
  const os = platform();
  return { version: packageJson.version, host, platform: os === 'darwin' || os === 'win32' ? os : 'linux' };
}

/** The versions this process runs on. */
export function aboutProgram(): ProgramFacts['about'] {
  const { node, electron } = process.versions as NodeJS.ProcessVersions & { electron?: string };
  return { node, electron: electron ?? null, format: FORMAT_VERSION };
}
