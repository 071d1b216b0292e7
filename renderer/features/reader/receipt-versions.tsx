import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleDetail, Version } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { dateInWords } from './dates.ts';
import { renewText as text } from './receipt-messages.ts';
import css from './receipt-versions.module.css';
import { wordDiff, type Run } from './word-diff.ts';

interface Props {
  article: ArticleDetail;
  versions: readonly Version[];
  onClose: () => void;
}

/** What an article was before, compared word by word with what it is; and the way back. */
export function VersionsDialog({ article, versions, onClose }: Props): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const { id, lang, dir } = article;
  const [n, setN] = useState(versions.at(-1)?.n ?? 0);
  const [busy, setBusy] = useState(false);
  const showToast = useUiStore((state) => state.showToast);
  const compared = useQuery({
    queryKey: [...keys.versions(id), n],
    queryFn: async () => {
      const [{ text: earlier }, { text: later }] = await Promise.all([
        bridge.call('articles.version', { id, n }),
        bridge.call('articles.text', { id }),
      ]);
      return { earlier, later };
    },
  });
  const runs = useMemo(() => compared.data && wordDiff(compared.data.earlier, compared.data.later, lang), [compared.data, lang]);
  const putBack = async (): Promise<void> => {
    setBusy(true);
    try {
      await bridge.call('articles.restoreVersion', { id, n });
      showToast({ tone: 'info', message: intl.formatMessage(text.putBackDone), undo: null });
      onClose();
    } catch (error) {
      showToast({ tone: 'error', message: sentenceOf(error), undo: null });
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={intl.formatMessage(text.title)}
      isOpen
      onClose={onClose}
      size="lg"
      footer={
        <DialogButtons
          confirmLabel={intl.formatMessage(text.putBack)}
          cancelLabel={intl.formatMessage(text.close)}
          onConfirm={() => void putBack()}
          onCancel={onClose}
          isDisabled={busy}
        />
      }
    >
      <fieldset className={css['versions']}>
        <legend>{intl.formatMessage(text.choose)}</legend>
        {[...versions].reverse().map((version) => (
          <label key={version.n} className={css['version']}>
            <input type="radio" name="version" checked={version.n === n} onChange={() => setN(version.n)} />
            <span>
              {intl.formatMessage(text.version, { date: dateInWords(intl, version.capturedAt), count: version.wordCount })}
              <small>{intl.formatMessage(text[version.replacedBy])}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {compared.error ? (
        <p role="alert">{sentenceOf(compared.error)}</p>
      ) : runs ? (
        <Diff runs={runs} lang={lang} dir={dir} />
      ) : (
        <p>{intl.formatMessage(text.loading)}</p>
      )}
    </Dialog>
  );
}

/** What was taken out and put in, marked by elements, signs and words: not by colour alone. */
function Diff({ runs, lang, dir }: { runs: readonly Run[]; lang: string | null; dir: 'ltr' | 'rtl' }): ReactNode {
  const intl = useIntl();
  const count = (kind: Run['kind']): number => runs.filter((run) => run.kind === kind).length;
  const [added, removed] = [count('added'), count('removed')];
  return (
    <>
      <p className={css['summary']} role="status">
        {added + removed === 0 ? intl.formatMessage(text.same) : intl.formatMessage(text.summary, { added, removed })}
      </p>
      <div className={css['diff']} lang={lang ?? undefined} dir={dir} tabIndex={0} role="group" aria-label={intl.formatMessage(text.title)}>
        {runs.map((run, at) => (
          <RunOfWords key={at} run={run} />
        ))}
      </div>
    </>
  );
}

function RunOfWords({ run: { kind, text: words, words: count } }: { run: Run }): ReactNode {
  const intl = useIntl();
  if (kind === 'same') return words;
  if (kind === 'gap') return <span className={css['gap']}>{intl.formatMessage(text.unchanged, { count })}</span>;
  const [Element, start, end] =
    kind === 'added' ? (['ins', text.added, text.addedEnd] as const) : (['del', text.removed, text.removedEnd] as const);
  return (
    <Element>
      <VisuallyHidden>{intl.formatMessage(start)} </VisuallyHidden>
      {words}
      <VisuallyHidden> {intl.formatMessage(end)}</VisuallyHidden>
    </Element>
  );
}
