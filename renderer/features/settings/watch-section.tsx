import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { useSetSettings, useSettings } from '../../bridge/queries.ts';
import { words } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Section } from './section.tsx';
import css from './settings.module.css';

export const text = words({
  title: { id: 'settings.watch', defaultMessage: 'Watched folder' },
  note: {
    id: 'settings.watchNote',
    defaultMessage:
      'Whatever appears in this folder is saved by itself, each file once: web pages (HTML, MHTML), PDFs, texts, and lists of links.',
  },
  folder: { id: 'settings.watchFolder', defaultMessage: 'Folder on this computer' },
  start: { id: 'settings.watchStart', defaultMessage: 'Watch this folder' },
  stop: { id: 'settings.watchStop', defaultMessage: 'Stop watching' },
  notAPath: { id: 'settings.watchNotAPath', defaultMessage: 'Give the whole path of the folder, such as {example}.' },
  move: { id: 'settings.watchMove', defaultMessage: 'Move saved files into a folder called “Saved” inside it' },
  saving: { id: 'settings.watchSaving', defaultMessage: 'Saving {name}…' },
  quiet: {
    id: 'settings.watchQuiet',
    defaultMessage:
      '{saved, plural, =0 {Watching. Nothing new was saved since Offprint was started.} one {Watching. # file saved since Offprint was started.} other {Watching. # files saved since Offprint was started.}}',
  },
  failures: { id: 'settings.watchFailures', defaultMessage: 'Files that could not be saved' },
  retry: { id: 'settings.watchRetry', defaultMessage: 'Try them again' },
});

/** An absolute path of any platform. What is there is for the core to say. */
export const isWholePath = (typed: string): boolean => /^(?:\/|[a-z]:[\\/]|\\\\)/i.test(typed.trim());

const EXAMPLE = navigator.userAgent.includes('Windows') ? 'C:\\Users\\me\\To save' : '/home/me/To save';

/** The folder whose new files are saved by themselves. Off until one is named. */
export function WatchSection(): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const say = intl.formatMessage;
  const { watchFolder, watchMove } = useSettings();
  const { mutate: set } = useSetSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const status = useQuery({ queryKey: keys.watch, queryFn: () => bridge.call('watch.status', {}), enabled: watchFolder !== '' }).data;
  const path = (typed ?? watchFolder).trim();
  const wrong = path !== '' && !isWholePath(path);
  const changed = path !== watchFolder && path !== '' && !wrong;
  const start = (): void => {
    if (!changed) return;
    set({ watchFolder: path });
    setTyped(null);
  };
  return (
    <Section title={say(text.title)} note={say(text.note)}>
      <TextField
        label={say(text.folder)}
        dir="ltr"
        value={typed ?? watchFolder}
        placeholder={EXAMPLE}
        spellCheck="false"
        error={wrong ? say(text.notAPath, { example: EXAMPLE }) : null}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) start();
        }}
      />
      <div className={css['actions']}>
        {(watchFolder === '' || changed) && (
          <Button variant="primary" isDisabled={!changed} onPress={start}>
            {say(text.start)}
          </Button>
        )}
        {watchFolder !== '' && (
          <Button
            onPress={() => {
              set({ watchFolder: '' });
              setTyped(watchFolder);
            }}
          >
            {say(text.stop)}
          </Button>
        )}
      </div>
      <Checkbox isSelected={watchMove} onChange={(on) => set({ watchMove: on })}>
        {say(text.move)}
      </Checkbox>
      <div role="status">
        {watchFolder !== '' && status && (
          <p className={status.problem === null ? css['note'] : css['bad']}>
            {status.problem ??
              (status.saving === null ? say(text.quiet, { saved: status.saved }) : say(text.saving, { name: status.saving }))}
          </p>
        )}
      </div>
      {watchFolder !== '' && status && status.failures.length > 0 && (
        <>
          <h4 className={css['heading']}>{say(text.failures)}</h4>
          <ul className={css['lines']} aria-label={say(text.failures)}>
            {status.failures.map(({ name, message }) => (
              <li key={name} dir="auto">
                {message.includes(name) ? message : `${name}: ${message}`}
              </li>
            ))}
          </ul>
          <div>
            <Button onPress={() => void bridge.call('watch.retry', {}).catch(() => undefined)}>{say(text.retry)}</Button>
          </div>
        </>
      )}
    </Section>
  );
}
