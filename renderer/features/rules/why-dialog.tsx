import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleDetail, RuleTrace } from '../../../electron/contract/entities.ts';
import { useArticle } from '../../bridge/queries.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { text } from './messages.ts';
import css from './rules.module.css';

/** Why an article is here, hidden or tagged. */
export function WhyDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  const id = dialog?.kind === 'why' ? dialog.id : null;
  const article = useArticle(id).data;
  return id !== null && article?.id === id ? <Reasons article={article} /> : null;
}

function Reasons({ article }: { article: ArticleDetail }): ReactNode {
  const intl = useIntl();
  const { closeDialog, openDialog } = useUiStore.getState();
  const day = intl.formatDate(article.savedAt, { dateStyle: 'long', timeStyle: 'short' });
  const why = article.why ?? [];
  const did = (trace: RuleTrace): string => {
    const names: Readonly<Record<RuleTrace['did'][number], string>> = {
      tag: intl.formatMessage(text.didTag, { tags: intl.formatList(trace.tags) }),
      collect: intl.formatMessage(text.didCollect),
      read: intl.formatMessage(text.didRead),
      archive: intl.formatMessage(text.didArchive),
      star: intl.formatMessage(text.didStar),
      later: intl.formatMessage(text.didLater),
      mute: intl.formatMessage(text.didMute),
    };
    return intl.formatList(trace.did.map((kind) => names[kind]));
  };
  return (
    <Dialog
      isOpen
      size="sm"
      title={intl.formatMessage(text.whyTitle)}
      onClose={closeDialog}
      footer={<Button onPress={() => openDialog({ kind: 'rules' })}>{intl.formatMessage(text.openRules)}</Button>}
    >
      <ul className={css['why']}>
        <li>{intl.formatMessage(text.whySaved, { day })}</li>
        {why.map((trace) => (
          <li key={`${trace.id} ${trace.at}`}>{intl.formatMessage(text.whyRule, { name: trace.name, did: did(trace) })}</li>
        ))}
        {why.length === 0 && <li>{intl.formatMessage(text.whyNoRule)}</li>}
        {article.archived && <li>{intl.formatMessage(text.whyArchived)}</li>}
        {article.trashed && <li>{intl.formatMessage(text.whyTrashed)}</li>}
      </ul>
    </Dialog>
  );
}
