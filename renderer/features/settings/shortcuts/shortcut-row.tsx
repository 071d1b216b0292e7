import { Plus, RotateCcw, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { CommandId } from '../../../../electron/contract/commands.table.ts';
import type { KeyMap } from '../../../../electron/contract/key-map.ts';
import { useBridge } from '../../../bridge/context.tsx';
import { commandName } from '../../../i18n/command-words.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { keyName } from '../../../ui/key-text.ts';
import { KeyRecorder } from './key-recorder.tsx';
import { text } from './messages.ts';
import css from './shortcuts.module.css';

export interface RowActions {
  onRecord: (command: CommandId | null) => void;
  onGive: (command: CommandId, key: string) => void;
  onTakeAway: (command: CommandId, key: string) => void;
  onPutBack: (command: CommandId) => void;
}

/** One command: its keys, each of which can be taken away, a new one, and the way back. */
export function ShortcutRow({
  command,
  map,
  changed,
  recording,
  onRecord,
  onGive,
  onTakeAway,
  onPutBack,
}: { command: CommandId; map: KeyMap; changed: boolean; recording: boolean } & RowActions): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const { platform } = useBridge();
  const row = useRef<HTMLLIElement>(null);
  const name = commandName(intl, command);
  const keys = map.get(command) ?? [];

  // What was pressed may be gone: the keyboard goes to the row's own "add", which always is there.
  const afterwards = (): void => {
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-add] button')?.focus());
  };

  return (
    <li ref={row} className={css['row']} aria-label={name}>
      <span className={css['name']}>{name}</span>
      <span className={css['keys']}>
        {keys.length === 0 && !recording && <span className={css['faint']}>{say(text.noKey)}</span>}
        {keys.map((key) => (
          <span key={key} className={css['chip']}>
            <Kbd value={key} />
            <IconButton
              size="sm"
              label={say(text.takeAway, { key: keyName(key, platform), command: name })}
              icon={<X aria-hidden />}
              onPress={() => {
                onTakeAway(command, key);
                afterwards();
              }}
            />
          </span>
        ))}
      </span>
      <span className={css['tools']}>
        {changed && (
          <IconButton
            size="sm"
            label={say(text.putBack, { command: name })}
            icon={<RotateCcw aria-hidden />}
            onPress={() => {
              onPutBack(command);
              afterwards();
            }}
          />
        )}
        <span data-add>
          <IconButton size="sm" label={say(text.add, { command: name })} icon={<Plus aria-hidden />} onPress={() => onRecord(command)} />
        </span>
      </span>
      {recording && (
        <KeyRecorder
          command={command}
          map={map}
          onKey={(key) => {
            onGive(command, key);
            afterwards();
          }}
          onLeave={() => {
            onRecord(null);
            if (row.current?.contains(document.activeElement)) afterwards();
          }}
        />
      )}
    </li>
  );
}
