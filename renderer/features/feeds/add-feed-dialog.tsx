import { useState, type ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { FoundFeed } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './feeds.module.css';
import { FolderField } from './folder-field.tsx';
import { text } from './messages.ts';

/** Subscribing: an address, the feeds that are found there, one of them, and its folder. */
export function AddFeedDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  return dialog?.kind === 'add-feed' ? <AddFeedForm key={dialog.address} start={dialog.address ?? ''} /> : null;
}

function AddFeedForm({ start }: { start: string }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const { closeDialog, setView, showToast } = useUiStore.getState();
  const [address, setAddress] = useState(start);
  const [found, setFound] = useState<readonly FoundFeed[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [folder, setFolder] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const feed = found?.find(({ url }) => url === chosen) ?? null;

  const work = async (task: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    await task().catch((thrown: unknown) => setError(sentenceOf(thrown)));
    setBusy(false);
  };
  const find = (): Promise<void> =>
    work(async () => {
      const result = await bridge.call('feeds.find', { address });
      setFound(result.found);
      setChosen((result.found.find(({ existing }) => existing === null) ?? result.found[0])?.url ?? null);
    });
  const subscribe = (): Promise<void> =>
    work(async () => {
      if (!feed) return;
      const added = await bridge.call('feeds.add', { url: feed.url, folder });
      closeDialog();
      setView({ kind: 'feed', id: added.feed.id });
      if (!added.existing) showToast({ tone: 'info', message: intl.formatMessage(text.done, { name: added.feed.title }), undo: null });
    });
  const next = (): void => void (feed ? subscribe() : find());

  return (
    <Dialog
      isOpen
      title={intl.formatMessage(text.addTitle)}
      onClose={closeDialog}
      footer={
        <DialogButtons
          confirmLabel={intl.formatMessage(feed ? text.subscribe : text.find)}
          isDisabled={busy || address.trim() === ''}
          onConfirm={next}
          onCancel={closeDialog}
        />
      }
    >
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && address.trim() !== '') next();
        }}
      >
        <TextField
          label={intl.formatMessage(text.address)}
          description={found === null ? intl.formatMessage(text.addressHint) : undefined}
          placeholder="https://example.org"
          dir="ltr"
          value={address}
          autoFocus
          error={error}
          onChange={(value) => {
            setAddress(value);
            setFound(null);
            setChosen(null);
            setError(null);
          }}
        />
        {busy && (
          <p className={css['busy']} role="status">
            <Spinner />
            {intl.formatMessage(text.finding)}
          </p>
        )}
        {found !== null && found.length > 0 && (
          <>
            <RadioGroup
              className={css['found'] ?? ''}
              value={chosen}
              onChange={setChosen}
              aria-label={intl.formatMessage(text.found, { count: found.length })}
            >
              <p role="status">{intl.formatMessage(text.found, { count: found.length })}</p>
              {found.map((one) => (
                <Radio key={one.url} value={one.url} className={css['option'] ?? ''}>
                  <bdi className={css['title']}>{one.title}</bdi>
                  <span className={css['detail']}>
                    {one.existing === null
                      ? intl.formatMessage(text.foundOne, { format: one.format, items: one.items })
                      : intl.formatMessage(text.subscribed)}
                  </span>
                  <span className={css['url']} dir="ltr">
                    {one.url}
                  </span>
                </Radio>
              ))}
            </RadioGroup>
            <FolderField value={folder} onChange={setFolder} />
          </>
        )}
        {/* Enter in a field submits only where the form has a button. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
