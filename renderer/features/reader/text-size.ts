/** CSS pixels. */
export const SMALLEST = 12;
export const LARGEST = 32;
export const USUAL = 18;

/** The next size in a direction: 1 px a step up to 20, then 2, so that the large end is not far away. */
export function stepSize(size: number, direction: 1 | -1): number {
  const step = direction === 1 ? (size >= 20 ? 2 : 1) : size > 20 ? 2 : 1;
  return Math.min(LARGEST, Math.max(SMALLEST, size + direction * step));
}
