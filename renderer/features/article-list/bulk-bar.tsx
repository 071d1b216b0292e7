import { Archive, ArchiveRestore, Bookmark, FolderPlus, MailOpen, Star, Tag, Trash2, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Toolbar } from 'react-aria-components';
import { useUiStore } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './bulk-bar.module.css';
import { actionText } from './messages.ts';
import type { ArticleActions } from './use-article-actions.ts';

/** What can be done with the selected articles, over the list. */
export function BulkBar({ actions, onClear }: { actions: ArticleActions; onClear: () => void }): ReactNode {
  const intl = useIntl();
  const picked = useUiStore((state) => state.selection.ids);
  const inTrash = useUiStore((state) => state.view.kind === 'trash');
  if (picked.size === 0) return null;
  const ids = [...picked];
  const say = intl.formatMessage;
  const read = actions.all('read', ids);
  const starred = actions.all('starred', ids);
  const later = actions.all('later', ids);
  const archived = actions.all('archived', ids);
  return (
    <Toolbar aria-label={say(actionText.bar)} className={css['bar'] ?? ''}>
      <span className={css['count']}>{say(actionText.selected, { count: ids.length })}</span>
      {inTrash ? (
        <>
          <IconButton size="sm" label={say(actionText.restore)} icon={<Undo2 />} onPress={() => actions.restore(ids)} />
          <IconButton size="sm" label={say(actionText.purge)} icon={<Trash2 />} onPress={() => actions.purge(ids)} />
        </>
      ) : (
        <>
          <IconButton
            size="sm"
            label={say(read ? actionText.markUnread : actionText.markRead)}
            icon={<MailOpen />}
            command="article.toggleRead"
            onPress={() => actions.toggle('read', ids)}
          />
          <IconButton
            size="sm"
            label={say(starred ? actionText.unstar : actionText.star)}
            icon={<Star />}
            command="article.toggleStar"
            onPress={() => actions.toggle('starred', ids)}
          />
          <IconButton
            size="sm"
            label={say(later ? actionText.notLater : actionText.later)}
            icon={<Bookmark />}
            command="article.toggleLater"
            onPress={() => actions.toggle('later', ids)}
          />
          <IconButton
            size="sm"
            label={say(archived ? actionText.unarchive : actionText.archive)}
            icon={archived ? <ArchiveRestore /> : <Archive />}
            command="article.toggleArchive"
            onPress={() => actions.toggle('archived', ids)}
          />
          <IconButton
            size="sm"
            label={say(actionText.tag)}
            icon={<Tag />}
            command="article.tag"
            onPress={() => actions.organise('tag', ids)}
          />
          <IconButton
            size="sm"
            label={say(actionText.collect)}
            icon={<FolderPlus />}
            command="article.collect"
            onPress={() => actions.organise('collect', ids)}
          />
          <IconButton
            size="sm"
            label={say(actionText.trash)}
            icon={<Trash2 />}
            command="article.trash"
            onPress={() => actions.trash(ids)}
          />
        </>
      )}
      <IconButton size="sm" label={say(actionText.clear)} icon={<X />} command="window.back" className={css['clear']} onPress={onClear} />
    </Toolbar>
  );
}
