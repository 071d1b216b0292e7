import { Fragment, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { COMMANDS, type Command, type CommandGroup, type CommandId } from '../../../electron/contract/commands.table.ts';
import { useSettings } from '../../bridge/queries.ts';
import { commandGroup, commandName } from '../../i18n/command-words.ts';
import { words } from '../../i18n/words.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import css from './shortcut-sheet.module.css';

const text = words({
  title: { id: 'shortcuts.title', defaultMessage: 'Keyboard shortcuts' },
  off: { id: 'shortcuts.off', defaultMessage: 'Single-key shortcuts are switched off in Settings; only keys with a modifier act now.' },
  or: { id: 'shortcuts.or', defaultMessage: 'or' },
});

const GROUPS: readonly CommandGroup[] = ['Moving', 'Article', 'Reading', 'Library', 'Window'];

/** Every key of the window, from the command table. */
export function ShortcutSheet(): ReactNode {
  const intl = useIntl();
  const { singleKeys } = useSettings();
  const open = useUiStore((state) => state.dialog?.kind === 'shortcuts');
  if (!open) return null;
  const commands: readonly (Command & { id: CommandId })[] = COMMANDS;
  return (
    <Dialog isOpen size="lg" title={intl.formatMessage(text.title)} onClose={() => useUiStore.getState().closeDialog()}>
      {!singleKeys && <p className={css['note']}>{intl.formatMessage(text.off)}</p>}
      {/* Nothing inside takes the focus, so the box itself does: it has to scroll with the keyboard. */}
      <div className={css['columns']} tabIndex={0} role="group" aria-label={intl.formatMessage(text.title)}>
        {GROUPS.map((group) => (
          <section key={group} className={css['group']}>
            <h3 className={css['heading']}>{commandGroup(intl, group)}</h3>
            <dl className={css['keys']}>
              {commands
                .filter((command) => command.group === group && command.keys.length > 0)
                .map((command) => (
                  <div key={command.id} className={css['row']}>
                    <dt>{commandName(intl, command.id)}</dt>
                    <dd>
                      {command.keys.map((key, at) => (
                        <Fragment key={key}>
                          {at > 0 && <span className={css['or']}>{intl.formatMessage(text.or)}</span>}
                          <Kbd value={key} />
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
