import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { sentenceOf } from '../../bridge/types.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { text } from './places-messages.ts';
import css from './settings.module.css';
import { isWholePath } from './watch-section.tsx';

export type PlaceAction = 'move' | 'open' | 'create';

const QUESTION = { move: text.moveWhere, open: text.openWhere, create: text.createWhere } as const;
const CONFIRM = { move: text.moveStart, open: text.openStart, create: text.createStart } as const;
const EXAMPLE = navigator.userAgent.includes('Windows') ? 'D:\\Offprint' : '/media/disk/Offprint';

/** Asks for a folder: by a chooser where there is one, and always by its path. */
export function PlaceForm({
  action,
  canChoose,
  onSubmit,
  onCancel,
}: {
  action: PlaceAction;
  canChoose: boolean;
  onSubmit: (path: string) => void;
  onCancel: () => void;
}): ReactNode {
  const say = useIntl().formatMessage;
  const bridge = useBridge();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const path = typed.trim();
  const whole = isWholePath(path);
  const choose = async (): Promise<void> => {
    try {
      const { path: chosen } = await bridge.call('libraries.choose', {});
      if (chosen !== null) setTyped(chosen);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return (
    <div className={css['question']} role="group" aria-label={say(QUESTION[action])}>
      <TextField
        label={say(QUESTION[action])}
        autoFocus
        dir="ltr"
        value={typed}
        placeholder={EXAMPLE}
        spellCheck="false"
        error={problem ?? (path !== '' && !whole ? say(text.notAPath, { example: EXAMPLE }) : null)}
        onChange={(next) => {
          setTyped(next);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && whole) onSubmit(path);
        }}
      />
      <div className={css['actions']}>
        {canChoose && <Button onPress={() => void choose()}>{say(text.choose)}</Button>}
        <Button onPress={onCancel}>{say(text.cancel)}</Button>
        <Button variant="primary" isDisabled={!whole} onPress={() => onSubmit(path)}>
          {say(CONFIRM[action])}
        </Button>
      </div>
    </div>
  );
}
