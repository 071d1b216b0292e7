import { Fragment, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { COMMANDS } from '../../../electron/contract/commands.table.ts';
import { useSettings } from '../../bridge/queries.ts';
import { currentKeys } from '../../commands/current-keys.ts';
import { commandGroup, commandName } from '../../i18n/command-words.ts';
import { words } from '../../i18n/words.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { GROUPS } from './command-groups.ts';
import css from './shortcut-sheet.module.css';

const text = words({
  title: { id: 'shortcuts.title', defaultMessage: 'Keyboard shortcuts' },
  off: { id: 'shortcuts.off', defaultMessage: 'Single-key shortcuts are switched off in Settings; only keys with a modifier act now.' },
  or: { id: 'shortcuts.or', defaultMessage: 'or' },
});

/** Every key of the window, from the command table. */
export function ShortcutSheet(): ReactNode {
  const intl = useIntl();
  const settings = useSettings();
  const open = useUiStore((state) => state.dialog?.kind === 'shortcuts');
  if (!open) return null;
  const map = currentKeys(settings);
  return (
    <Dialog isOpen size="lg" title={intl.formatMessage(text.title)} onClose={() => useUiStore.getState().closeDialog()}>
      {!settings.singleKeys && <p className={css['note']}>{intl.formatMessage(text.off)}</p>}
      {/* Nothing inside takes the focus, so the box itself does: it has to scroll with the keyboard. */}
      <div className={css['columns']} tabIndex={0} role="group" aria-label={intl.formatMessage(text.title)}>
        {GROUPS.map((group) => (
          <section key={group} className={css['group']}>
            <h3 className={css['heading']}>{commandGroup(intl, group)}</h3>
            <dl className={css['keys']}>
              {COMMANDS.filter((command) => command.group === group && map.get(command.id)?.length).map((command) => (
                <div key={command.id} className={css['row']}>
                  <dt>{commandName(intl, command.id)}</dt>
                  <dd>
                    {map.get(command.id)?.map((key, at) => (
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
