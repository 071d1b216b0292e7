import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { CommandId } from '../../../../electron/contract/commands.table.ts';
import { ownerOf, type KeyMap } from '../../../../electron/contract/key-map.ts';
import { chordText } from '../../../../electron/contract/keys.ts';
import { useBridge } from '../../../bridge/context.tsx';
import { chordOf } from '../../../commands/keys.ts';
import { commandName } from '../../../i18n/command-words.ts';
import { Button } from '../../../ui/button.tsx';
import { keyName } from '../../../ui/key-text.ts';
import { text } from './messages.ts';
import { reservedAs } from './reserved.ts';
import css from './shortcuts.module.css';

const WHY_NOT = { moves: text.reservedMoves, text: text.reservedText, system: text.reservedSystem } as const;

/** Waits for the key a command is to have. A key that has another meaning is named, and given only when the person says so. */
export function KeyRecorder({
  command,
  map,
  onKey,
  onLeave,
}: {
  command: CommandId;
  map: KeyMap;
  /** A key that is free, or that its owner is to lose. */
  onKey: (key: string) => void;
  onLeave: () => void;
}): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const { platform } = useBridge();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ key: string; owner: CommandId } | null>(null);
  const name = commandName(intl, command);

  useEffect(() => field.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onLeave();
    const chord = chordOf(event.nativeEvent, platform);
    if (chord === null) return;
    const key = chordText(chord);
    const reserved = reservedAs(chord, platform);
    const owner = ownerOf(map, key);
    if (reserved !== null) setProblem(say(WHY_NOT[reserved], { key: keyName(key, platform) }));
    else if (owner === command) setProblem(say(text.already, { key: keyName(key, platform), command: name }));
    else if (owner !== null) setAsked({ key, owner });
    else onKey(key);
  };

  if (asked !== null) {
    return (
      <div className={css['question']} role="group" aria-label={say(text.pressFor, { command: name })}>
        <p id="shortcut-question">
          {say(text.owned, { key: keyName(asked.key, platform), owner: commandName(intl, asked.owner), command: name })}
        </p>
        <div className={css['actions']}>
          <Button size="sm" autoFocus aria-describedby="shortcut-question" onPress={onLeave}>
            {say(text.keepIt)}
          </Button>
          <Button size="sm" variant="primary" onPress={() => onKey(asked.key)}>
            {say(text.giveIt, { command: name })}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={css['recorder']}>
      <input
        ref={field}
        className={css['field']}
        readOnly
        aria-label={say(text.pressFor, { command: name })}
        aria-describedby={problem === null ? undefined : 'shortcut-problem'}
        placeholder={say(text.press)}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      {problem !== null && (
        <p id="shortcut-problem" role="alert" className={css['problem']}>
          {problem}
        </p>
      )}
    </div>
  );
}
