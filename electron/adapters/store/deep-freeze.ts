/** Off in production, where the cost buys nothing: a mutation would have failed a test before. */
const enabled = process.env['NODE_ENV'] !== 'production';

/** Freezes a record and everything in it, so that mutating instead of replacing it throws. Records are plain JSON values. */
export function deepFreeze<T>(value: T): T {
  if (enabled && typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
