import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Feed } from '../../../electron/contract/entities.ts';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useFeeds, useSidebar } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { NamePicker } from '../../ui/name-picker.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FeedHealth } from './feed-health.tsx';
import css from './feeds.module.css';
import { FolderField } from './folder-field.tsx';
import { KeepField, useKeepPreview } from './keep-field.tsx';
import { text } from './messages.ts';

/** Minutes, as text. */
type Interval = 'auto' | '60' | '240' | '1440';

/** The settings of one feed, and how it does. */
export function FeedDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  const feeds = useFeeds();
  const feed = dialog?.kind === 'feed' ? feeds.find(({ id }) => id === dialog.id) : undefined;
  return feed ? <FeedForm key={feed.id} feed={feed} /> : null;
}

function nearest(interval: number | null): Interval {
  if (interval === null) return 'auto';
  return interval <= 120 ? '60' : interval <= 720 ? '240' : '1440';
}

function FeedForm({ feed }: { feed: Feed }): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const sidebar = useSidebar().data;
  const { closeDialog, openDialog } = useUiStore.getState();
  const [title, setTitle] = useState(feed.title);
  const [url, setUrl] = useState(feed.url);
  const [folder, setFolder] = useState(feed.folder);
  const [settings, setSettings] = useState(feed.settings);
  const [interval, setInterval] = useState<Interval>(nearest(feed.settings.interval));
  const edit = useMutationWithUndo('feeds.edit');
  const apply = useMutationWithUndo('feeds.applyKeep', { done: ({ changed }) => say(text.applied, { count: changed }) });
  const preview = useKeepPreview(feed.id, settings.keep);
  const going = settings.keep.kind === 'all' ? 0 : (preview?.total ?? 0);
  const change = (patch: Partial<Feed['settings']>): void => setSettings((before) => ({ ...before, ...patch }));

  const save = (): void => {
    const chosen = interval === nearest(feed.settings.interval) ? feed.settings.interval : interval === 'auto' ? null : Number(interval);
    edit.mutate(
      {
        ids: [feed.id],
        folder,
        settings: { ...settings, interval: chosen },
        ...(title.trim() !== feed.title && title.trim() !== '' && { title: title.trim() }),
        ...(url.trim() !== feed.url && { url: url.trim() }),
      },
      {
        onSuccess: () => {
          closeDialog();
          if (going > 0) apply.mutate({ ids: [feed.id] });
        },
      },
    );
  };

  return (
    <Dialog
      isOpen
      title={say(text.settingsOf, { name: feed.title })}
      onClose={closeDialog}
      footer={
        <DialogButtons
          confirmLabel={going > 0 ? say(text.applyNow, { count: going }) : say(text.save)}
          isDisabled={edit.isPending}
          onConfirm={save}
          onCancel={closeDialog}
          extra={
            <Button variant="quiet" onPress={() => openDialog({ kind: 'remove-feeds', ids: [feed.id] })}>
              {say(text.unsubscribe)}
            </Button>
          }
        />
      }
    >
      <div className={css['form']}>
        <FeedHealth feed={feed} />
        <TextField label={say(text.name)} value={title} maxLength={200} onChange={setTitle} />
        <TextField
          label={say(text.feedAddress)}
          dir="ltr"
          value={url}
          error={edit.error ? sentenceOf(edit.error) : null}
          onChange={setUrl}
        />
        <FolderField value={folder} onChange={setFolder} />
        <Segmented<Interval>
          label={say(text.interval)}
          value={interval}
          options={[
            { value: 'auto', label: say(text.intervalAuto) },
            { value: '60', label: say(text.intervalHour) },
            { value: '240', label: say(text.intervalHours) },
            { value: '1440', label: say(text.intervalDay) },
          ]}
          onChange={setInterval}
        />
        <div className={css['checks']}>
          <Checkbox isSelected={settings.fullText} onChange={(fullText) => change({ fullText })}>
            {say(text.fullText)}
          </Checkbox>
          <Checkbox isSelected={settings.images} onChange={(images) => change({ images })}>
            {say(text.images)}
          </Checkbox>
          <Checkbox isSelected={settings.paused} onChange={(paused) => change({ paused })}>
            {say(text.paused)}
          </Checkbox>
        </div>
        <NamePicker
          label={say(text.tags)}
          names={settings.tags}
          suggestions={sidebar?.tags.map(({ name }) => name) ?? []}
          onChange={(tags) => change({ tags })}
        />
        <NamePicker
          label={say(text.collections)}
          names={settings.collections}
          suggestions={sidebar?.collections.map(({ path }) => path) ?? []}
          onChange={(collections) => change({ collections })}
        />
        <KeepField keep={settings.keep} preview={preview} onChange={(keep) => change({ keep })} />
      </div>
    </Dialog>
  );
}
