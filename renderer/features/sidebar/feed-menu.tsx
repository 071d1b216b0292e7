import { CornerLeftUp, Folder, History, RefreshCw, SlidersHorizontal, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { FeedTally } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { compareIn } from '../../i18n/collator.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { ContextMenu, type MenuPoint } from '../../ui/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { folderInto, foldersOf, takesFolder, type FeedNode, type FolderNode } from './feed-tree.ts';
import { text } from './messages.ts';

interface Props {
  at: MenuPoint;
  node: FeedNode | FolderNode;
  feeds: readonly FeedTally[];
  onClose: () => void;
}

/** The context menu of a feed or of a folder of feeds: what dragging does, too. */
export function FeedMenu({ at, node, feeds, onClose }: Props): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const bridge = useBridge();
  const { openDialog, showToast } = useUiStore.getState();
  const { mutate: edit } = useMutationWithUndo('feeds.edit');
  const { mutate: moveFolder } = useMutationWithUndo('feeds.moveFolder');
  const inside =
    node.kind === 'feed' ? [node.id] : feeds.filter(({ folder }) => `${folder} / `.startsWith(`${node.path} / `)).map(({ id }) => id);
  const failed = (error: unknown): void => showToast({ tone: 'error', message: sentenceOf(error), undo: null });
  const folders = foldersOf(feeds, compareIn(intl.locale));
  const targets = folders.filter((folder) => (node.kind === 'feed' ? folder !== node.folder : takesFolder(folder, node.path)));
  const atTop = node.kind === 'feed' ? node.folder === '' : !takesFolder('', node.path);
  const moveTo = (folder: string): void => {
    if (node.kind === 'feed') edit({ ids: [node.id], folder });
    else moveFolder({ from: node.path, to: folderInto(node.path, folder) });
  };

  return (
    <ContextMenu at={at} label={say(text.menu, { name: node.label })} onClose={onClose}>
      <MenuItem icon={<RefreshCw />} onAction={() => void bridge.call('feeds.refresh', { ids: inside }).catch(failed)}>
        {say(text.refreshFeed)}
      </MenuItem>
      {node.kind === 'feed' && (
        <>
          <MenuItem icon={<History />} onAction={() => void bridge.call('feeds.loadOlder', { id: node.id }).catch(failed)}>
            {say(text.olderItems)}
          </MenuItem>
          <MenuItem icon={<SlidersHorizontal />} onAction={() => openDialog({ kind: 'feed', id: node.id })}>
            {say(text.feedSettings)}
          </MenuItem>
        </>
      )}
      {(targets.length > 0 || !atTop) && <MenuSeparator />}
      {!atTop && (
        <MenuItem icon={<CornerLeftUp />} onAction={() => moveTo('')}>
          {say(text.toTop)}
        </MenuItem>
      )}
      {targets.slice(0, 12).map((folder) => (
        <MenuItem key={folder} icon={<Folder />} onAction={() => moveTo(folder)}>
          {say(text.moveTo, { name: folder })}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger onAction={() => openDialog({ kind: 'remove-feeds', ids: inside })}>
        {say(text.unsubscribe)}
      </MenuItem>
    </ContextMenu>
  );
}
