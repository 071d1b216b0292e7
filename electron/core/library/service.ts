import { AppError } from '../errors.ts';
import type { Service } from '../ports.ts';

/** Methods by name as a service. After `close` it answers no more. */
export function asService(handlers: object, close: () => Promise<void>): Service {
  const methods = new Map(Object.entries(handlers) as [string, (input: unknown) => Promise<unknown>][]);
  let closing: Promise<void> | null = null;
  return {
    call: async (method, input) => {
      if (closing) throw new AppError('library-locked', 'The library is being closed. Try again in a moment.');
      const handler = methods.get(method);
      if (!handler) throw new AppError('not-supported-here', `Offprint has no method ${method} here.`);
      return handler(input);
    },
    close: () => (closing ??= close()),
  };
}
