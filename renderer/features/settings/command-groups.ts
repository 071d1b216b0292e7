import type { CommandGroup } from '../../../electron/contract/commands.table.ts';

/** Groups of commands, in the order they are shown. */
export const GROUPS: readonly CommandGroup[] = ['Moving', 'Article', 'Reading', 'Library', 'Window'];
