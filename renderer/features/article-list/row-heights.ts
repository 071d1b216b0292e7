import type { Settings } from '../../../electron/contract/settings.ts';

/** Exact heights of a row, CSS pixels: the virtual list computes every position from them, and the style sheet uses the same numbers. */
export const ROW_HEIGHTS: Readonly<Record<Settings['density'], number>> = { compact: 32, comfortable: 72, cards: 124 };

/** Height of a group's head above its first row, CSS pixels. */
export const GROUP_HEAD = 30;
