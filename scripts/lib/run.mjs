import { spawn } from 'node:child_process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in this one's place: same terminal, and signals passed on. Resolves when it ends, with how it ended and whether it had
 * been told to.
 */
export function runInPlace(program, args, options = {}) {
  return new Promise((resolve) => {
    let told = false;
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    const pass = (signal) => {
      told = true;
      child.kill(signal);
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
