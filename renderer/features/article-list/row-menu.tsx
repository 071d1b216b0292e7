import {
  Archive,
  ArchiveRestore,
  Bookmark,
  BookOpen,
  CircleQuestionMark,
  CloudDownload,
  ExternalLink,
  FolderPlus,
  History,
  MailOpen,
  Pencil,
  RefreshCw,
  Star,
  Tag,
  Trash2,
  Undo2,
  WandSparkles,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ContextMenu, type MenuPoint } from '../../ui/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { actionText, listText } from './messages.ts';
import type { ArticleActions } from './use-article-actions.ts';

interface Props {
  at: MenuPoint;
  ids: readonly string[];
  inTrash: boolean;
  actions: ArticleActions;
  onOpen: () => void;
  onClose: () => void;
}

/** The context menu of one row, or of the selection it belongs to. */
export function RowMenu({ at, ids, inTrash, actions, onOpen, onClose }: Props): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const one = ids.length === 1;
  const address = one ? (actions.rows(ids)[0]?.url ?? null) : null;
  const label = say(listText.rowMenu, { count: ids.length });
  const read = actions.all('read', ids);
  const starred = actions.all('starred', ids);
  const later = actions.all('later', ids);
  const archived = actions.all('archived', ids);
  const incomplete = actions.rows(ids).some(({ receipt }) => receipt.status !== 'complete');

  if (inTrash) {
    return (
      <ContextMenu at={at} label={label} onClose={onClose}>
        <MenuItem icon={<Undo2 />} onAction={() => actions.restore(ids)}>
          {say(actionText.restore)}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 />} danger onAction={() => actions.purge(ids)}>
          {say(actionText.purge)}
        </MenuItem>
      </ContextMenu>
    );
  }
  return (
    <ContextMenu at={at} label={label} onClose={onClose}>
      {one && (
        <MenuItem icon={<BookOpen />} command="list.open" onAction={onOpen}>
          {say(actionText.open)}
        </MenuItem>
      )}
      {address !== null && (
        <MenuItem icon={<ExternalLink />} command="article.openOriginal" onAction={() => actions.openOriginal(ids)}>
          {say(actionText.openOriginal)}
        </MenuItem>
      )}
      {one && <MenuSeparator />}
      <MenuItem icon={<MailOpen />} command="article.toggleRead" onAction={() => actions.toggle('read', ids)}>
        {say(read ? actionText.markUnread : actionText.markRead)}
      </MenuItem>
      <MenuItem icon={<Star />} command="article.toggleStar" onAction={() => actions.toggle('starred', ids)}>
        {say(starred ? actionText.unstar : actionText.star)}
      </MenuItem>
      <MenuItem icon={<Bookmark />} command="article.toggleLater" onAction={() => actions.toggle('later', ids)}>
        {say(later ? actionText.notLater : actionText.later)}
      </MenuItem>
      <MenuItem
        icon={archived ? <ArchiveRestore /> : <Archive />}
        command="article.toggleArchive"
        onAction={() => actions.toggle('archived', ids)}
      >
        {say(archived ? actionText.unarchive : actionText.archive)}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Tag />} command="article.tag" onAction={() => actions.organise('tag', ids)}>
        {say(actionText.tag)}
      </MenuItem>
      <MenuItem icon={<FolderPlus />} command="article.collect" onAction={() => actions.organise('collect', ids)}>
        {say(actionText.collect)}
      </MenuItem>
      {one && (
        <MenuItem icon={<CircleQuestionMark />} onAction={() => actions.why(ids)}>
          {say(actionText.why)}
        </MenuItem>
      )}
      {one && (
        <MenuItem icon={<Pencil />} command="article.edit" onAction={() => actions.organise('edit', ids)}>
          {say(actionText.edit)}
        </MenuItem>
      )}
      <MenuSeparator />
      {incomplete && (
        <MenuItem icon={<CloudDownload />} command="article.complete" onAction={() => actions.renew('complete', ids)}>
          {say(actionText.complete)}
        </MenuItem>
      )}
      <MenuItem icon={<RefreshCw />} command="article.saveAgain" onAction={() => actions.renew('again', ids)}>
        {say(actionText.saveAgain)}
      </MenuItem>
      <MenuItem icon={<WandSparkles />} command="article.reextract" onAction={() => actions.renew('reextract', ids)}>
        {say(actionText.reextract)}
      </MenuItem>
      {one && (
        <MenuItem icon={<History />} command="article.versions" onAction={() => actions.versions(ids)}>
          {say(actionText.versions)}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} command="article.trash" danger onAction={() => actions.trash(ids)}>
        {say(actionText.trash)}
      </MenuItem>
    </ContextMenu>
  );
}
