import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { MoveProgress } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { useAppInfo } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { KnownLibraries } from './known-libraries.tsx';
import { PlaceForm, type PlaceAction } from './place-form.tsx';
import { text } from './places-messages.ts';
import { Section } from './section.tsx';
import css from './settings.module.css';

/** Where the library is, moving it, and the other libraries of this person. */
export function PlacesSection(): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const bridge = useBridge();
  const client = useQueryClient();
  const { data: info } = useAppInfo();
  const { data: places } = useQuery({ queryKey: keys.places, queryFn: () => bridge.call('libraries.list', {}) });
  const [asking, setAsking] = useState<PlaceAction | null>(null);
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<MoveProgress | null>(null);
  const [outcome, setOutcome] = useState<{ good: boolean; sentence: string } | null>(null);

  useEffect(() => bridge.on('move', (event) => setProgress(event.progress)), [bridge]);

  const run = async (work: () => Promise<string>): Promise<void> => {
    setBusy(true);
    setOutcome(null);
    try {
      setOutcome({ good: true, sentence: await work() });
      setAsking(null);
    } catch (error) {
      setOutcome({ good: false, sentence: sentenceOf(error) });
    }
    setBusy(false);
    void client.invalidateQueries({ queryKey: keys.places });
    void client.invalidateQueries({ queryKey: keys.info });
  };

  const open = (path: string): Promise<void> =>
    run(async () => {
      await bridge.call('libraries.open', { path });
      return say(text.opened, { path });
    });
  const go = (action: PlaceAction, path: string): Promise<void> => {
    if (action === 'open') return open(path);
    return run(async () => {
      if (action === 'create') {
        await bridge.call('libraries.create', { path });
        return say(text.created, { path });
      }
      const { files } = await bridge.call('libraries.move', { path });
      return say(text.moved, { path, files });
    });
  };

  return (
    <Section title={say(text.title)} note={say(text.note)}>
      <code className={css['path']}>{info?.libraryPath}</code>
      {info?.search === 'scan' && <p className={css['note']}>{say(text.scan)}</p>}
      {busy ? (
        <div className={css['working']}>
          <p>{say(progress === null ? text.working : text[progress.step])}</p>
          <ProgressBar
            label={say(text.progress)}
            value={progress === null || progress.step === 'opening' || progress.ofBytes === 0 ? null : progress.bytes / progress.ofBytes}
          />
        </div>
      ) : asking !== null ? (
        <PlaceForm
          key={asking}
          action={asking}
          canChoose={places?.canChoose ?? false}
          onSubmit={(path) => void go(asking, path)}
          onCancel={() => {
            setAsking(null);
            setOutcome(null);
          }}
        />
      ) : (
        <div className={css['actions']}>
          <Button onPress={() => setAsking('move')}>{say(text.move)}</Button>
          <Button onPress={() => setAsking('open')}>{say(text.open)}</Button>
          <Button onPress={() => setAsking('create')}>{say(text.create)}</Button>
        </div>
      )}
      <div role="status">{outcome && <p className={outcome.good ? css['good'] : css['bad']}>{outcome.sentence}</p>}</div>
      {!busy && places && (
        <KnownLibraries
          places={places}
          onOpen={(path) => void open(path)}
          onForget={(path) =>
            void run(async () => {
              await bridge.call('libraries.forget', { path });
              return say(text.forgotten, { path });
            })
          }
          onRemoveOld={(path) =>
            void run(async () => {
              await bridge.call('libraries.removeOld', { path });
              return say(text.removed, { path });
            })
          }
        />
      )}
    </Section>
  );
}
