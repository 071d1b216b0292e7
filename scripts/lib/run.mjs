import { spawn } from 'node:child_process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const WINDOWS = process.platform === 'win32';

/**
 * Runs a program in this one's place: same output, and signals passed on. Resolves when it ends, with how it ended and whether it had been
 * told to. The program gets a process group of its own, so that Ctrl-C in a terminal reaches it once, through us: twice would mean "at
 * once", and it has a library to close. On Windows a console tells all its programs itself, and `kill` would be the hard way.
 */
export function runInPlace(program, args, options = {}) {
  return new Promise((resolve) => {
    let told = false;
    const child = spawn(program, args, { stdio: 'inherit', detached: !WINDOWS, ...options });
    const pass = (signal) => {
      told = true;
      if (!WINDOWS) child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    const end = (result) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      resolve({ told, ...result });
    };
    child.on('error', (error) => end({ code: null, signal: null, error }));
    child.on('exit', (code, signal) => end({ code, signal, error: null }));
  });
}
