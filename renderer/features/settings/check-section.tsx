import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { VerifyReport } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { text } from './messages.ts';
import { Section } from './section.tsx';
import css from './settings.module.css';

/** Problems shown one by one; the rest is in the number. */
const SHOWN = 50;

/** Compares every stored file with what was saved, and repairs what can be repaired. */
export function CheckSection(): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<VerifyReport | null>(null);
  const [error, setError] = useState<string | null>(null);
  const say = intl.formatMessage;

  const check = async (repair: boolean): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setReport(await bridge.call('library.verify', { repair }));
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
    setBusy(false);
  };

  return (
    <Section title={say(text.check)} note={say(text.checkNote)}>
      {busy ? (
        <div className={css['working']}>
          <p>{say(text.checking)}</p>
          <ProgressBar label={say(text.check)} value={null} />
        </div>
      ) : (
        <div className={css['actions']}>
          <Button onPress={() => void check(false)}>{say(text.checkStart)}</Button>
          {report?.ok === false && <Button onPress={() => void check(true)}>{say(text.repair)}</Button>}
        </div>
      )}
      <div role="status">
        {error !== null && <p className={css['bad']}>{error}</p>}
        {report && !busy && (
          <p className={report.ok ? css['good'] : css['bad']}>
            {report.ok ? say(text.checkOk, { ...report.checked }) : say(text.checkBad, { count: report.problems.length })}
          </p>
        )}
      </div>
      {report && !busy && report.problems.length > 0 && (
        <ul className={css['lines']}>
          {report.problems.slice(0, SHOWN).map((problem, at) => (
            <li key={at}>
              {problem.message}{' '}
              {problem.articleId !== null && (
                <button
                  type="button"
                  className={css['link']}
                  onClick={() => {
                    useUiStore.getState().closeDialog();
                    useUiStore.getState().openArticle(problem.articleId, { show: true });
                  }}
                >
                  {say(text.openArticle)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {report && !busy && report.notes.length > 0 && (
        <ul className={css['lines']}>
          {report.notes.slice(0, SHOWN).map((note, at) => (
            <li key={at}>{note}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
