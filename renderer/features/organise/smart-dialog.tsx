import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Smart } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
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

/** A smart collection: its name, its query with what that finds now, and its look. */
export function SmartDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  const smart = useSidebar().data?.smart;
  if (dialog?.kind !== 'smart') return null;
  const one = smart?.find(({ id }) => id === dialog.id) ?? null;
  if (dialog.id !== null && !one) return null;
  return <Form key={dialog.id} smart={one} query={dialog.query ?? ''} />;
}

function Form({ smart, query: given }: { smart: Smart | null; query: string }): ReactNode {
  const intl = useIntl();
  const { closeDialog, announce, setView } = useUiStore.getState();
  const [name, setName] = useState(smart?.name ?? '');
  const [query, setQuery] = useState(smart?.query ?? given);
  const [icon, setIcon] = useState(smart?.icon ?? null);
  const [colour, setColour] = useState(smart?.colour ?? null);
  const [asked, setAsked] = useState(false);
  const create = useMutationWithUndo('smart.create');
  const update = useMutationWithUndo('smart.update');
  const error = create.error ?? update.error;
  const missing = { name: name.trim() === '', query: query.trim() === '' };
  const save = (): void => {
    setAsked(true);
    if (missing.name || missing.query) return;
    const wanted = { name: name.trim(), query: query.trim(), icon, colour };
    if (smart) return update.mutate({ id: smart.id, ...wanted }, { onSuccess: closeDialog });
    create.mutate(wanted, {
      onSuccess: ({ id }) => {
        closeDialog();
        announce(intl.formatMessage(text.created, { name: wanted.name }));
        setView({ kind: 'smart', id });
      },
    });
  };
  return (
    <Dialog
      title={smart ? intl.formatMessage(text.editSmart, { name: smart.name }) : intl.formatMessage(text.newSmart)}
      isOpen
      onClose={closeDialog}
      footer={
        <DialogButtons
          confirmLabel={intl.formatMessage(smart ? text.save : text.create)}
          isDisabled={create.isPending || update.isPending}
          onConfirm={save}
          onCancel={closeDialog}
        />
      }
    >
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          autoFocus
          label={intl.formatMessage(text.name)}
          value={name}
          maxLength={200}
          onChange={setName}
          error={asked && missing.name ? intl.formatMessage(text.nameMissing) : null}
        />
        <TextField
          label={intl.formatMessage(text.query)}
          value={query}
          maxLength={2000}
          onChange={setQuery}
          description={<Preview query={query.trim()} />}
          error={asked && missing.query ? intl.formatMessage(text.queryMissing) : null}
        />
        <IconPicker value={icon} usual={<Sparkles aria-hidden />} onChange={setIcon} />
        <ColourPicker value={colour} onChange={setColour} />
        {error && (
          <p role="alert" className={css['error']}>
            {sentenceOf(error)}
          </p>
        )}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}

/** What the query finds while it is written, or what is wrong with it. */
function Preview({ query }: { query: string }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const asked = useDeferredValue(query);
  const { data } = useQuery({
    queryKey: ['list', 'preview', asked],
    queryFn: () => bridge.call('articles.list', { view: { kind: 'everything' }, query: asked, limit: 0 }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  if (query === '') return intl.formatMessage(text.queryHint);
  if (!data) return '…';
  const [problem] = data.problems;
  return problem ? problem.message : intl.formatMessage(text.preview, { count: data.total });
}
