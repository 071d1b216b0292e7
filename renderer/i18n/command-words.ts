import type { IntlShape } from 'react-intl';
import { COMMANDS, type Command, type CommandGroup, type CommandId } from '../../electron/contract/commands.table.ts';

const LABELS = new Map<string, string>(COMMANDS.map(({ id, label }: Command) => [id, label]));

/** What a command is called in the language of the window, as menus write it (`Settings…`). */
export function commandLabel(intl: IntlShape, id: CommandId): string {
  return intl.formatMessage({ id: `command.${id}`, defaultMessage: LABELS.get(id) ?? id });
}

/** The same without the dots that promise a dialog. */
export function commandName(intl: IntlShape, id: CommandId): string {
  return commandLabel(intl, id).replace(/\s*(…|\.\.\.)$/, '');
}

export function commandGroup(intl: IntlShape, group: CommandGroup): string {
  return intl.formatMessage({ id: `command.group.${group}`, defaultMessage: group });
}
