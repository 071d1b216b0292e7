import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { renewText as text } from './receipt-messages.ts';
import { VersionsDialog } from './receipt-versions.tsx';

/** The earlier versions of any article, as the command opens them. */
export function ArticleVersions(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  return dialog?.kind === 'versions' ? <Versions key={dialog.id} id={dialog.id} /> : null;
}

function Versions({ id }: { id: string }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const { closeDialog } = useUiStore.getState();
  const article = useQuery({ queryKey: keys.article(id), queryFn: () => bridge.call('articles.get', { id }) });
  const list = useQuery({ queryKey: keys.versions(id), queryFn: () => bridge.call('articles.versions', { id }) });
  const versions = list.data?.versions ?? [];
  const error = article.error ?? list.error;
  if (article.data && versions.length > 0) return <VersionsDialog article={article.data} versions={versions} onClose={closeDialog} />;
  if (!error && !(article.data && list.data)) return null;
  return (
    <Dialog
      isOpen
      title={intl.formatMessage(text.title)}
      onClose={closeDialog}
      footer={
        <Button variant="primary" onPress={closeDialog}>
          {intl.formatMessage(text.close)}
        </Button>
      }
    >
      {error ? <p role="alert">{sentenceOf(error)}</p> : <p>{intl.formatMessage(text.none)}</p>}
    </Dialog>
  );
}
