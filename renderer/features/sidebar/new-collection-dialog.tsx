import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { useSidebar } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { words } from '../../i18n/words.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

const text = words({
  title: { id: 'newCollection.title', defaultMessage: 'New collection' },
  titleIn: { id: 'newCollection.titleIn', defaultMessage: 'New collection inside {parent}' },
  name: { id: 'newCollection.name', defaultMessage: 'Name' },
  create: { id: 'newCollection.create', defaultMessage: 'Create' },
  created: { id: 'newCollection.created', defaultMessage: 'Created the collection {name}' },
});

/** Asks for the name of a new collection. A name that is refused stays in the field, with the reason under it. */
export function NewCollectionDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  return dialog?.kind === 'new-collection' ? <Form parentId={dialog.parentId} /> : null;
}

function Form({ parentId }: { parentId: string | null }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const parent = useSidebar().data?.collections.find(({ id }) => id === parentId)?.name ?? null;
  const { closeDialog, announce, setView } = useUiStore.getState();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const create = async (): Promise<void> => {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    try {
      const { id } = await bridge.call('collections.create', { name: name.trim(), parentId });
      closeDialog();
      announce(intl.formatMessage(text.created, { name: name.trim() }));
      setView({ kind: 'collection', id });
    } catch (thrown) {
      setError(sentenceOf(thrown));
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      size="sm"
      title={parent === null ? intl.formatMessage(text.title) : intl.formatMessage(text.titleIn, { parent })}
      onClose={closeDialog}
      footer={
        <DialogButtons
          confirmLabel={intl.formatMessage(text.create)}
          isDisabled={name.trim() === '' || busy}
          onConfirm={() => void create()}
          onCancel={closeDialog}
        />
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          label={intl.formatMessage(text.name)}
          value={name}
          maxLength={200}
          autoFocus
          error={error}
          onChange={(value) => {
            setName(value);
            setError(null);
          }}
        />
      </form>
    </Dialog>
  );
}
