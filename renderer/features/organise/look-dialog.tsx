import { Folder } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Collection, Tag } from '../../../electron/contract/entities.ts';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useSidebar } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { ColourPicker, IconPicker } from '../../ui/look-picker.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './edit-dialog.module.css';
import { lookText as text } from './look-messages.ts';

/** How a collection or a tag looks, and what a collection is for. */
export function LookDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  const sidebar = useSidebar().data;
  if (dialog?.kind !== 'look') return null;
  const collection = sidebar?.collections.find(({ id }) => id === dialog.id);
  const tag = sidebar?.tags.find(({ id }) => id === dialog.id);
  if (dialog.of === 'collection') return collection ? <CollectionForm key={collection.id} collection={collection} /> : null;
  return tag ? <TagForm key={tag.id} tag={tag} /> : null;
}

function Frame({ title, error, busy, onSave, children }: Readonly<FrameProps>): ReactNode {
  const intl = useIntl();
  const close = useUiStore((state) => state.closeDialog);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      footer={<DialogButtons confirmLabel={intl.formatMessage(text.save)} isDisabled={busy} onConfirm={onSave} onCancel={close} />}
    >
      <div className={css['form']}>
        {children}
        {error && (
          <p role="alert" className={css['error']}>
            {sentenceOf(error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface FrameProps {
  title: string;
  error: Error | null;
  busy: boolean;
  onSave: () => void;
  children: ReactNode;
}

function CollectionForm({ collection }: { collection: Collection }): ReactNode {
  const intl = useIntl();
  const close = useUiStore((state) => state.closeDialog);
  const [description, setDescription] = useState(collection.description ?? '');
  const [icon, setIcon] = useState(collection.icon ?? null);
  const [colour, setColour] = useState(collection.colour ?? null);
  const { mutate, error, isPending } = useMutationWithUndo('collections.update');
  return (
    <Frame
      title={intl.formatMessage(text.collectionTitle, { name: collection.name })}
      error={error}
      busy={isPending}
      onSave={() => mutate({ id: collection.id, description, icon, colour }, { onSuccess: close })}
    >
      <TextField
        autoFocus
        label={intl.formatMessage(text.description)}
        description={intl.formatMessage(text.descriptionHint)}
        rows={3}
        value={description}
        maxLength={2000}
        onChange={setDescription}
      />
      <IconPicker value={icon} usual={<Folder aria-hidden />} onChange={setIcon} />
      <ColourPicker value={colour} onChange={setColour} />
    </Frame>
  );
}

function TagForm({ tag }: { tag: Tag }): ReactNode {
  const intl = useIntl();
  const close = useUiStore((state) => state.closeDialog);
  const [colour, setColour] = useState(tag.colour ?? null);
  const { mutate, error, isPending } = useMutationWithUndo('tags.update');
  return (
    <Frame
      title={intl.formatMessage(text.tagTitle, { name: tag.name })}
      error={error}
      busy={isPending}
      onSave={() => mutate({ id: tag.id, colour }, { onSuccess: close })}
    >
      <ColourPicker value={colour} onChange={setColour} />
    </Frame>
  );
}
