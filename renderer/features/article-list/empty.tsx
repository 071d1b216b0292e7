import {
  Archive,
  Bookmark,
  BookOpen,
  CircleCheck,
  FolderOpen,
  Folders,
  Hash,
  Highlighter,
  History,
  Inbox,
  Rss,
  SearchX,
  Sparkles,
  Star,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl, type MessageDescriptor } from 'react-intl';
import type { CommandId } from '../../../electron/contract/commands.table.ts';
import type { View } from '../../../electron/contract/entities.ts';
import { words } from '../../i18n/words.ts';
import { runCommand } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeyName } from '../../ui/kbd.tsx';

const text = words({
  add: { id: 'empty.add', defaultMessage: 'Add article…' },
  showAll: { id: 'empty.showAll', defaultMessage: 'Show all articles' },
  searchEverything: { id: 'empty.searchEverything', defaultMessage: 'Search everything' },
  clearSearch: { id: 'empty.clearSearch', defaultMessage: 'Clear the search' },
  all: { id: 'empty.all', defaultMessage: 'No articles yet' },
  allNext: { id: 'empty.allNext', defaultMessage: 'Save one by its address, or drop a file or a link anywhere in this window.' },
  unread: { id: 'empty.unread', defaultMessage: 'All read' },
  unreadNext: { id: 'empty.unreadNext', defaultMessage: 'What you save next waits here until you have read it.' },
  later: { id: 'empty.later', defaultMessage: 'Nothing put aside' },
  laterNext: {
    id: 'empty.laterNext',
    defaultMessage:
      '{key, select, none {An article that you keep for later waits here.} other {Press {key} on an article to keep it here for later.}}',
  },
  starred: { id: 'empty.starred', defaultMessage: 'No stars yet' },
  starredNext: {
    id: 'empty.starredNext',
    defaultMessage: '{key, select, none {Star an article worth finding again.} other {Press {key} on an article worth finding again.}}',
  },
  archive: { id: 'empty.archive', defaultMessage: 'The archive is empty' },
  archiveNext: {
    id: 'empty.archiveNext',
    defaultMessage:
      '{key, select, none {Archive an article you are done with; it stays here, and search finds it.} other {Press {key} on an article you are done with; it stays here, and search finds it.}}',
  },
  incomplete: { id: 'empty.incomplete', defaultMessage: 'Everything is whole' },
  incompleteNext: { id: 'empty.incompleteNext', defaultMessage: 'Articles with missing images or cut text would be listed here.' },
  trash: { id: 'empty.trash', defaultMessage: 'Trash is empty' },
  trashNext: { id: 'empty.trashNext', defaultMessage: 'Deleted articles stay here for 30 days before they are gone for good.' },
  tag: { id: 'empty.tag', defaultMessage: 'No article has this tag' },
  tagNext: {
    id: 'empty.tagNext',
    defaultMessage: '{key, select, none {Drag an article onto the tag.} other {Press {key} on an article, or drag one onto the tag.}}',
  },
  collection: { id: 'empty.collection', defaultMessage: 'This collection is empty' },
  collectionNext: {
    id: 'empty.collectionNext',
    defaultMessage:
      '{key, select, none {Drag an article onto the collection.} other {Press {key} on an article, or drag one onto the collection.}}',
  },
  smart: { id: 'empty.smart', defaultMessage: 'Nothing fits this search now' },
  smartNext: { id: 'empty.smartNext', defaultMessage: 'Articles come here by themselves as soon as its query finds them.' },
  recent: { id: 'empty.recent', defaultMessage: 'Nothing opened yet' },
  recentNext: { id: 'empty.recentNext', defaultMessage: 'What you read is listed here, the last one first.' },
  highlighted: { id: 'empty.highlighted', defaultMessage: 'No highlights yet' },
  highlightedNext: { id: 'empty.highlightedNext', defaultMessage: 'Articles in which you marked a passage are listed here.' },
  feed: { id: 'empty.feed', defaultMessage: 'Nothing from this feed yet' },
  feedNext: { id: 'empty.feedNext', defaultMessage: 'New articles come here when the feed is refreshed.' },
  folder: { id: 'empty.folder', defaultMessage: 'Nothing from these feeds yet' },
  search: { id: 'empty.search', defaultMessage: 'Nothing found' },
  searchNext: { id: 'empty.searchNext', defaultMessage: 'Try fewer or other words; accents and capitals do not matter.' },
});

interface Words {
  icon: LucideIcon;
  title: MessageDescriptor;
  next: MessageDescriptor;
  action: 'add' | 'all' | null;
  /** The command whose key `next` names. */
  command?: CommandId;
}

const STATES: Readonly<Record<Exclude<View['kind'], 'everything'>, Words>> = {
  all: { icon: Inbox, title: text.all, next: text.allNext, action: 'add' },
  unread: { icon: BookOpen, title: text.unread, next: text.unreadNext, action: 'all' },
  later: { icon: Bookmark, title: text.later, next: text.laterNext, action: 'all', command: 'article.toggleLater' },
  starred: { icon: Star, title: text.starred, next: text.starredNext, action: 'all', command: 'article.toggleStar' },
  archive: { icon: Archive, title: text.archive, next: text.archiveNext, action: null, command: 'article.toggleArchive' },
  incomplete: { icon: CircleCheck, title: text.incomplete, next: text.incompleteNext, action: 'all' },
  trash: { icon: Trash2, title: text.trash, next: text.trashNext, action: null },
  tag: { icon: Hash, title: text.tag, next: text.tagNext, action: 'all', command: 'article.tag' },
  collection: { icon: FolderOpen, title: text.collection, next: text.collectionNext, action: 'all', command: 'article.collect' },
  smart: { icon: Sparkles, title: text.smart, next: text.smartNext, action: 'all' },
  recent: { icon: History, title: text.recent, next: text.recentNext, action: 'all' },
  highlighted: { icon: Highlighter, title: text.highlighted, next: text.highlightedNext, action: 'all' },
  feed: { icon: Rss, title: text.feed, next: text.feedNext, action: 'all' },
  folder: { icon: Folders, title: text.folder, next: text.feedNext, action: 'all' },
};

/** A list without rows: says why, and names the next step. */
export function EmptyList(): ReactNode {
  const intl = useIntl();
  const view = useUiStore((state) => state.view);
  const query = useUiStore((state) => state.query);
  const scope = useUiStore((state) => state.scope);
  const { setView, setScope, setQuery } = useUiStore.getState();
  const { icon: Icon, title, next, action, command } = STATES[view.kind === 'everything' ? 'all' : view.kind];
  const key = useKeyName(command ?? 'library.add');

  if (query !== '') {
    const narrow = scope === 'view' && view.kind !== 'everything';
    return (
      <EmptyState
        icon={<SearchX />}
        title={intl.formatMessage(text.search)}
        actions={
          narrow ? (
            <Button onPress={() => setScope('everything')}>{intl.formatMessage(text.searchEverything)}</Button>
          ) : (
            <Button onPress={() => setQuery('')}>{intl.formatMessage(text.clearSearch)}</Button>
          )
        }
      >
        {intl.formatMessage(text.searchNext)}
      </EmptyState>
    );
  }

  return (
    <EmptyState
      icon={<Icon />}
      title={intl.formatMessage(title)}
      actions={
        action === 'add' ? (
          <Button variant="primary" onPress={() => runCommand('library.add')}>
            {intl.formatMessage(text.add)}
          </Button>
        ) : action === 'all' ? (
          <Button onPress={() => setView({ kind: 'all' })}>{intl.formatMessage(text.showAll)}</Button>
        ) : null
      }
    >
      {intl.formatMessage(next, { key })}
    </EmptyState>
  );
}
