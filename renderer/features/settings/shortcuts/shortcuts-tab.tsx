import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { COMMANDS, type Command, type CommandId } from '../../../../electron/contract/commands.table.ts';
import { conflictsOf, withKeyGiven, withKeys } from '../../../../electron/contract/key-map.ts';
import { useBridge } from '../../../bridge/context.tsx';
import { useSetSettings, useSettings } from '../../../bridge/queries.ts';
import { currentKeys } from '../../../commands/current-keys.ts';
import { commandGroup, commandName } from '../../../i18n/command-words.ts';
import { useUiStore } from '../../../state/ui-store.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { keyName } from '../../../ui/key-text.ts';
import { foldName } from '../../../ui/name-completion.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { GROUPS } from '../command-groups.ts';
import { text as common } from '../messages.ts';
import settingsCss from '../settings.module.css';
import { Conflicts } from './conflicts.tsx';
import { text } from './messages.ts';
import { PutAllBack } from './put-all-back.tsx';
import { ShortcutRow } from './shortcut-row.tsx';
import css from './shortcuts.module.css';

/** As the settings allow. */
const MOST = 8;
const commands: readonly (Command & { id: CommandId })[] = COMMANDS;

/** The keys of every command: a preset to start from, and each key changed, taken away and put back. */
export function ShortcutsTab(): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const { platform } = useBridge();
  const settings = useSettings();
  const { singleKeys, keyPreset, keys } = settings;
  const { mutate: set } = useSetSettings();
  const [typed, setTyped] = useState('');
  const [recording, setRecording] = useState<CommandId | null>(null);
  const [said, setSaid] = useState('');
  const map = currentKeys(settings);
  const changed = commands.filter(({ id }) => keys[id] !== undefined);

  const wanted = foldName(typed);
  const fits = ({ id }: { id: CommandId }): boolean =>
    foldName(commandName(intl, id)).includes(wanted) || (map.get(id) ?? []).some((key) => foldName(keyName(key, platform)) === wanted);
  const found = wanted === '' ? commands : commands.filter(fits);

  const onGive = (command: CommandId, key: string): void => {
    setRecording(null);
    const name = { key: keyName(key, platform), command: commandName(intl, command) };
    if ((map.get(command) ?? []).filter((one) => one !== key).length >= MOST) return setSaid(say(text.tooMany, { most: MOST }));
    set({ keys: withKeyGiven(settings, command, key) });
    setSaid(say(text.given, name));
  };
  const onTakeAway = (command: CommandId, key: string): void => {
    const left = (map.get(command) ?? []).filter((one) => one !== key);
    set({ keys: withKeys(settings, command, left) });
    setSaid(say(text.taken, { key: keyName(key, platform), command: commandName(intl, command) }));
  };
  const onPutBack = (command: CommandId): void => {
    set({ keys: Object.fromEntries(Object.entries(keys).filter(([id]) => id !== command)) });
    setSaid(say(text.isPutBack, { command: commandName(intl, command) }));
  };

  return (
    <>
      <Segmented
        label={say(text.preset)}
        value={keyPreset}
        options={[
          { value: 'offprint', label: say(text.presetOffprint) },
          { value: 'vim', label: say(text.presetVim) },
          { value: 'gmail', label: say(text.presetGmail) },
        ]}
        onChange={(value) => set({ keyPreset: value })}
      />
      {changed.length > 0 && (
        <>
          <p className={settingsCss['note']}>{say(text.presetNote)}</p>
          <PutAllBack count={changed.length} onConfirm={() => set({ keys: {} })} />
        </>
      )}
      <div>
        <Checkbox isSelected={singleKeys} onChange={(value) => set({ singleKeys: value })}>
          {say(common.singleKeys)}
        </Checkbox>
        <p className={settingsCss['note']}>{say(common.singleKeysNote)}</p>
      </div>
      <div>
        <Button onPress={() => useUiStore.getState().openDialog({ kind: 'shortcuts' })}>{say(common.showKeys)}</Button>
      </div>
      <Conflicts conflicts={conflictsOf(map)} onGive={onGive} />
      <TextField label={say(text.find)} value={typed} onChange={setTyped} />
      <p role="status" className={said === '' && wanted === '' ? css['silent'] : settingsCss['note']}>
        {said !== '' ? said : wanted !== '' && say(text.found, { count: found.length })}
      </p>
      {found.length === 0 && <p className={settingsCss['note']}>{say(text.none, { typed: typed.trim() })}</p>}
      {GROUPS.map((group) => {
        const own = found.filter((command) => command.group === group);
        return (
          own.length > 0 && (
            <section key={group}>
              <h3 className={css['heading']}>{commandGroup(intl, group)}</h3>
              <ul className={css['list']} aria-label={commandGroup(intl, group)}>
                {own.map(({ id }) => (
                  <ShortcutRow
                    key={id}
                    command={id}
                    map={map}
                    changed={keys[id] !== undefined}
                    recording={recording === id}
                    onRecord={(command) => {
                      setSaid('');
                      setRecording(command);
                    }}
                    onGive={onGive}
                    onTakeAway={onTakeAway}
                    onPutBack={onPutBack}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}
