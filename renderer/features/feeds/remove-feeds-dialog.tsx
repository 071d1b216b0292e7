import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useFeeds } from '../../bridge/queries.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { text } from './messages.ts';

/** Unsubscribing asks one thing: what becomes of the articles. It can be undone. */
export function RemoveFeedsDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  return dialog?.kind === 'remove-feeds' ? <Form ids={dialog.ids} /> : null;
}

function Form({ ids }: { ids: string[] }): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const { closeDialog, setView } = useUiStore.getState();
  const [name] = useState(useFeeds().find(({ id }) => id === ids[0])?.title ?? '');
  const [articles, setArticles] = useState<'keep' | 'trash'>('keep');
  const remove = useMutationWithUndo('feeds.remove', { done: () => say(text.removed, { count: ids.length, name }) });
  return (
    <Dialog
      isOpen
      size="sm"
      title={say(text.removeTitle, { count: ids.length, name })}
      onClose={closeDialog}
      footer={
        <DialogButtons
          confirmLabel={say(text.remove)}
          isDisabled={remove.isPending}
          onConfirm={() =>
            remove.mutate(
              { ids, articles },
              {
                onSuccess: () => {
                  closeDialog();
                  const { view } = useUiStore.getState();
                  if (view.kind === 'feed' || view.kind === 'folder') setView({ kind: 'all' });
                },
              },
            )
          }
          onCancel={closeDialog}
        />
      }
    >
      <Segmented<'keep' | 'trash'>
        label={say(text.removeArticles)}
        value={articles}
        options={[
          { value: 'keep', label: say(text.removeKeep) },
          { value: 'trash', label: say(text.removeTrash) },
        ]}
        onChange={setArticles}
      />
    </Dialog>
  );
}
