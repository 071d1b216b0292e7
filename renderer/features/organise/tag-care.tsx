import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useSidebar } from '../../bridge/queries.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import css from './checklist.module.css';
import { lookText as text } from './look-messages.ts';

/** Offers to merge a tag into the one whose name it was given. */
export function MergeTagsDialog(): ReactNode {
  const intl = useIntl();
  const dialog = useUiStore((state) => state.dialog);
  const { closeDialog, setView } = useUiStore.getState();
  const tags = useSidebar().data?.tags ?? [];
  const asked = dialog?.kind === 'merge-tags' ? dialog : null;
  const from = tags.find(({ id }) => id === asked?.id);
  const into = tags.find(({ name }) => name.toLocaleLowerCase() === asked?.name.toLocaleLowerCase());
  const { mutate, isPending } = useMutationWithUndo('tags.rename', {
    done: () => intl.formatMessage(text.merged, { from: from?.name ?? '', into: into?.name ?? asked?.name ?? '' }),
  });
  if (!asked || !from) return null;
  const target = into?.name ?? asked.name;
  return (
    <Dialog
      title={intl.formatMessage(text.mergeTitle)}
      isOpen
      size="sm"
      onClose={closeDialog}
      footer={
        <DialogButtons
          confirmLabel={intl.formatMessage(text.merge)}
          isDisabled={isPending}
          onCancel={closeDialog}
          onConfirm={() =>
            mutate(
              { id: from.id, name: asked.name, merge: true },
              {
                onSuccess: () => {
                  closeDialog();
                  if (into) setView({ kind: 'tag', id: into.id });
                },
              },
            )
          }
        />
      }
    >
      <p>{intl.formatMessage(text.mergeBody, { from: from.name, into: target, count: from.count })}</p>
    </Dialog>
  );
}

/** Tags without an article, removed together. */
export function UnusedTagsDialog(): ReactNode {
  const open = useUiStore((state) => state.dialog?.kind === 'unused-tags');
  return open ? <Unused /> : null;
}

function Unused(): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const { closeDialog } = useUiStore.getState();
  const tags = useSidebar().data?.tags ?? [];
  const { data } = useQuery({ queryKey: ['unused-tags'], queryFn: () => bridge.call('tags.unused', {}), staleTime: 0, gcTime: 0 });
  const { mutate, isPending } = useMutationWithUndo('tags.deleteUnused', {
    done: () => intl.formatMessage(text.unusedDone, { count: data?.ids.length ?? 0 }),
  });
  if (!data) return null;
  const unused = tags.filter(({ id }) => data.ids.includes(id));
  const none = data.ids.length === 0;
  return (
    <Dialog
      title={intl.formatMessage(text.unusedTitle)}
      isOpen
      size="sm"
      onClose={closeDialog}
      footer={
        none ? null : (
          <DialogButtons
            confirmLabel={intl.formatMessage(text.unusedDelete, { count: data.ids.length })}
            isDisabled={isPending}
            onCancel={closeDialog}
            onConfirm={() => mutate({}, { onSuccess: closeDialog })}
          />
        )
      }
    >
      <p>{intl.formatMessage(none ? text.unusedNone : text.unusedBody, { count: data.ids.length })}</p>
      {!none && (
        <ul className={css['names']} tabIndex={0} aria-label={intl.formatMessage(text.unusedTitle)}>
          {unused.map(({ id, name }) => (
            <li key={id} dir="auto">
              {name}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
