import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleDetail } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { shortDay } from './dates.ts';
import css from './receipt-actions.module.css';
import { renewText as text } from './receipt-messages.ts';
import { VersionsDialog } from './receipt-versions.tsx';

type What = 'again' | 'complete' | 'reextract';

/** What can be done for a stored article: fetch what is missing, save it again, extract it again, look at what it was before. */
export function ReceiptActions({ article, now }: { article: ArticleDetail; now: number }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const showToast = useUiStore((state) => state.showToast);
  const [busy, setBusy] = useState<What | null>(null);
  const [comparing, setComparing] = useState(false);
  const { id, url, savedAt, receipt, fullReceipt } = article;
  const versions = useQuery({ queryKey: keys.versions(id), queryFn: () => bridge.call('articles.versions', { id }) }).data?.versions ?? [];
  const fetched = url !== null && fullReceipt !== null && fullReceipt.httpStatus !== null;
  const kept = fullReceipt?.hashes['source.html.gz'] !== undefined;

  const renew = async (what: What): Promise<void> => {
    setBusy(what);
    try {
      const { changed, incomplete } = await bridge.call('capture.renewNow', { id, what });
      const date = shortDay(intl, savedAt, now);
      const message =
        what === 'complete'
          ? intl.formatMessage(incomplete ? text.stillIncomplete : text.completeNow)
          : changed
            ? intl.formatMessage(what === 'again' ? text.savedAgain : text.extractedAgain)
            : intl.formatMessage(what === 'again' ? text.nothingChanged : text.sameText, { date });
      showToast({ tone: 'info', message, undo: null });
    } catch (error) {
      showToast({ tone: 'error', message: sentenceOf(error), undo: null });
    } finally {
      setBusy(null);
    }
  };
  const action = (what: What, label: string): ReactNode => (
    <Button size="sm" isDisabled={busy !== null} onPress={() => void renew(what)}>
      {busy === what ? intl.formatMessage(text.working) : label}
    </Button>
  );
  return (
    <div className={css['actions']} role="group" aria-label={intl.formatMessage(text.group)}>
      {receipt.status !== 'complete' && (fetched || kept) && action('complete', intl.formatMessage(text.tryAgain))}
      {fetched && action('again', intl.formatMessage(text.saveAgain))}
      {kept && action('reextract', intl.formatMessage(text.extractAgain))}
      {versions.length > 0 && (
        <Button size="sm" onPress={() => setComparing(true)}>
          {intl.formatMessage(text.versions, { count: versions.length })}
        </Button>
      )}
      {comparing && versions.length > 0 && <VersionsDialog article={article} versions={versions} onClose={() => setComparing(false)} />}
    </div>
  );
}
