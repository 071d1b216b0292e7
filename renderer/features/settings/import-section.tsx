import { useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { sentenceOf } from '../../bridge/types.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { text } from './messages.ts';
import { Section } from './section.tsx';
import css from './settings.module.css';
import { uploadArchive, type Imported } from './upload-archive.ts';

type State =
  | { step: 'idle' }
  | { step: 'asking'; file: File }
  | { step: 'sending'; sent: number }
  | { step: 'done'; result: Imported }
  | { step: 'failed'; message: string };

/** Brings a whole library back. It asks first: what is open now makes room, and is kept beside it. */
export function ImportSection(): ReactNode {
  const intl = useIntl();
  const chooser = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ step: 'idle' });
  const say = intl.formatMessage;

  const start = async (file: File): Promise<void> => {
    setState({ step: 'sending', sent: 0 });
    try {
      const result = await uploadArchive(file, (sent) => setState({ step: 'sending', sent }));
      setState({ step: 'done', result });
    } catch (error) {
      setState({ step: 'failed', message: sentenceOf(error) });
    }
  };

  return (
    <Section title={say(text.import)} note={say(text.importNote)}>
      <input
        ref={chooser}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={say(text.importChoose)}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) setState({ step: 'asking', file });
          event.target.value = '';
        }}
      />
      {state.step === 'asking' ? (
        <div className={css['question']} role="group" aria-labelledby="import-question">
          <p id="import-question">{say(text.importSure, { name: state.file.name })}</p>
          <div className={css['actions']}>
            <Button autoFocus onPress={() => setState({ step: 'idle' })}>
              {say(text.cancel)}
            </Button>
            <Button variant="primary" onPress={() => void start(state.file)}>
              {say(text.importConfirm)}
            </Button>
          </div>
        </div>
      ) : state.step === 'sending' ? (
        <div className={css['working']}>
          <p>{say(state.sent < 1 ? text.importSending : text.importOpening)}</p>
          <ProgressBar label={say(text.import)} value={state.sent < 1 ? state.sent : null} />
        </div>
      ) : (
        <div>
          <Button onPress={() => chooser.current?.click()}>{say(text.importChoose)}</Button>
        </div>
      )}
      <div role="status">
        {state.step === 'done' && (
          <p className={css['good']}>
            {say(state.result.keptAt === null ? text.importDoneAlone : text.importDone, {
              count: state.result.articles,
              path: state.result.keptAt ?? '',
            })}
          </p>
        )}
        {state.step === 'failed' && <p className={css['bad']}>{state.message}</p>}
      </div>
    </Section>
  );
}
