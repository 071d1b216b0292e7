import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { CommandId } from '../../../../electron/contract/commands.table.ts';
import type { KeyConflict } from '../../../../electron/contract/key-map.ts';
import { useBridge } from '../../../bridge/context.tsx';
import { commandName } from '../../../i18n/command-words.ts';
import { Button } from '../../../ui/button.tsx';
import { keyName } from '../../../ui/key-text.ts';
import { text } from './messages.ts';
import css from './shortcuts.module.css';

/** Keys with several meanings, as a preset and the person's own keys, or a settings file written by hand, can bring them. */
export function Conflicts({
  conflicts,
  onGive,
}: {
  conflicts: readonly KeyConflict[];
  onGive: (command: CommandId, key: string) => void;
}): ReactNode {
  const intl = useIntl();
  const { platform } = useBridge();
  const say = intl.formatMessage;
  if (conflicts.length === 0) return null;
  return (
    <section className={css['conflicts']} aria-label={say(text.conflicts, { count: conflicts.length })}>
      <h3 className={css['heading']}>{say(text.conflicts, { count: conflicts.length })}</h3>
      {conflicts.map(({ key, commands }) => (
        <div key={key} className={css['conflict']} role="group" aria-label={keyName(key, platform)}>
          <p>
            {say(text.conflict, {
              key: keyName(key, platform),
              commands: intl.formatList(commands.map((id) => `“${commandName(intl, id)}”`)),
            })}
          </p>
          <div className={css['actions']}>
            {commands.map((id) => (
              <Button key={id} size="sm" onPress={() => onGive(id, key)}>
                {commandName(intl, id)}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
