import { Component, useEffect, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { words } from '../i18n/words.ts';
import { useUiStore, type Dialog } from '../state/ui-store.ts';
import { lazyPart, type LazyPart } from '../ui/lazy-part.tsx';

const text = words({
  notOpened: {
    id: 'dialogs.notOpened',
    defaultMessage: 'This could not be opened: a part of Offprint could not be read from the disk. Try again, or start Offprint anew.',
  },
});

const organise = () => import('../features/organise/index.ts');
const feeds = () => import('../features/feeds/dialogs.ts');
const rules = () => import('../features/rules/index.ts');
const settings = () => import('../features/settings/index.ts');

const Palette = lazyPart(async () => (await import('../features/palette/index.ts')).Palette);
const AddDialog = lazyPart(async () => (await import('../features/capture/add-dialog.tsx')).AddDialog);
const TagDialog = lazyPart(async () => (await organise()).TagDialog);
const CollectDialog = lazyPart(async () => (await organise()).CollectDialog);

/** Every dialog of the window, each in a file that is read when it is first needed. */
const DIALOGS: Readonly<Record<Dialog['kind'], LazyPart<object>>> = {
  palette: Palette,
  tag: TagDialog,
  collect: CollectDialog,
  add: AddDialog,
  edit: lazyPart(async () => (await organise()).EditDialog),
  look: lazyPart(async () => (await organise()).LookDialog),
  history: lazyPart(async () => (await organise()).HistoryDialog),
  smart: lazyPart(async () => (await organise()).SmartDialog),
  'merge-tags': lazyPart(async () => (await organise()).MergeTagsDialog),
  'unused-tags': lazyPart(async () => (await organise()).UnusedTagsDialog),
  rules: lazyPart(async () => (await rules()).RulesDialog),
  why: lazyPart(async () => (await rules()).WhyDialog),
  versions: lazyPart(async () => (await import('../features/reader/article-versions.tsx')).ArticleVersions),
  'add-feed': lazyPart(async () => (await feeds()).AddFeedDialog),
  feed: lazyPart(async () => (await feeds()).FeedDialog),
  feeds: lazyPart(async () => (await feeds()).FeedsDialog),
  offline: lazyPart(async () => (await feeds()).OfflineDialog),
  'remove-feeds': lazyPart(async () => (await feeds()).RemoveFeedsDialog),
  'new-collection': lazyPart(async () => (await import('../features/sidebar/new-collection-dialog.tsx')).NewCollectionDialog),
  purge: lazyPart(async () => (await import('../features/article-list/purge-dialog.tsx')).PurgeDialog),
  settings: lazyPart(async () => (await settings()).SettingsDialog),
  shortcuts: lazyPart(async () => (await settings()).ShortcutSheet),
  health: lazyPart(async () => (await import('../features/health/health-dialog.tsx')).HealthDialog),
};

/** The one dialog that is open. */
export function Dialogs(): ReactNode {
  const kind = useUiStore((state) => state.dialog?.kind ?? null);
  if (kind === null) return null;
  const Open = DIALOGS[kind];
  return (
    <NotOpened key={kind} fallback={<Close />}>
      <Open />
    </NotOpened>
  );
}

/** Catches a dialog that cannot be shown: the window goes on without it. */
class NotOpened extends Component<{ children: ReactNode; fallback: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

function Close(): ReactNode {
  const intl = useIntl();
  const message = intl.formatMessage(text.notOpened);
  useEffect(() => {
    useUiStore.getState().closeDialog();
    useUiStore.getState().showToast({ tone: 'error', message, undo: null });
  }, [message]);
  return null;
}
