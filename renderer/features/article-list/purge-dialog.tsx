import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { sentenceOf } from '../../bridge/types.ts';
import { words } from '../../i18n/words.ts';
import { without } from '../../state/selection.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const text = words({
  title: { id: 'purge.title', defaultMessage: 'Delete {count, plural, one {this article} other {# articles}} for good?' },
  body: {
    id: 'purge.body',
    defaultMessage:
      '{count, plural, one {Its} other {Their}} text, images and source page are removed from this computer. This cannot be undone.',
  },
  confirm: { id: 'purge.confirm', defaultMessage: 'Delete for good' },
  done: { id: 'purge.done', defaultMessage: 'Deleted {count, plural, one {# article} other {# articles}} for good' },
});

/** The one deletion that cannot be undone, so it asks first. */
export function PurgeDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  return dialog?.kind === 'purge' ? <Question ids={dialog.ids} /> : null;
}

function Question({ ids }: { ids: string[] }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { closeDialog } = useUiStore.getState();

  const purge = async (): Promise<void> => {
    setBusy(true);
    try {
      const { purged } = await bridge.call('articles.purge', { ids });
      const ui = useUiStore.getState();
      ui.setSelection(without(ui.selection, ids));
      if (ui.activeId !== null && ids.includes(ui.activeId)) ui.openArticle(null, { show: true });
      ui.closeDialog();
      ui.announce(intl.formatMessage(text.done, { count: purged }));
    } catch (thrown) {
      setError(sentenceOf(thrown));
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      size="sm"
      role="alertdialog"
      title={intl.formatMessage(text.title, { count: ids.length })}
      onClose={closeDialog}
      footer={
        <DialogButtons
          destructive
          confirmLabel={intl.formatMessage(text.confirm)}
          isDisabled={busy}
          onConfirm={() => void purge()}
          onCancel={closeDialog}
        />
      }
    >
      <p>{intl.formatMessage(text.body, { count: ids.length })}</p>
      {error !== null && <p role="alert">{error}</p>}
    </Dialog>
  );
}
