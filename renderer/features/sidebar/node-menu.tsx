import { ArrowDown, ArrowUp, CornerDownRight, CornerLeftUp, FolderPlus, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Collection } from '../../../electron/contract/entities.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { ContextMenu, type MenuPoint } from '../../ui/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { text } from './messages.ts';
import { stepMove, type Direction } from './moves.ts';
import type { Named, SidebarActions } from './use-sidebar-actions.ts';

interface Props {
  at: MenuPoint;
  node: Named;
  collections: readonly Collection[];
  actions: SidebarActions;
  onRename: () => void;
  onClose: () => void;
}

const STEPS = [
  { direction: 'up', icon: <ArrowUp /> },
  { direction: 'down', icon: <ArrowDown /> },
  { direction: 'in', icon: <CornerDownRight /> },
  { direction: 'out', icon: <CornerLeftUp /> },
] as const;

/** The context menu of a collection or tag: what dragging does, too. Only moves that are possible are offered. */
export function NodeMenu({ at, node, collections, actions, onRename, onClose }: Props): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const nameOf = (id: string | null): string => collections.find((one) => one.id === id)?.name ?? '';
  const words = (direction: Direction, into: string | null): string => {
    if (direction === 'in') return say(text.moveIn, { name: nameOf(into) });
    if (direction === 'out') return say(text.moveOut, { name: nameOf(collections.find((one) => one.id === node.id)?.parentId ?? null) });
    return say(direction === 'up' ? text.moveUp : text.moveDown);
  };
  const moves =
    node.kind === 'tag'
      ? []
      : STEPS.map(({ direction, icon }) => ({ direction, icon, move: stepMove(collections, node.id, direction) })).filter(
          ({ move }) => move,
        );

  return (
    <ContextMenu at={at} label={say(text.menu, { name: node.name })} onClose={onClose}>
      {node.kind === 'collection' && (
        <MenuItem icon={<FolderPlus />} onAction={() => useUiStore.getState().openDialog({ kind: 'new-collection', parentId: node.id })}>
          {say(text.newInside)}
        </MenuItem>
      )}
      <MenuItem icon={<Pencil />} onAction={onRename}>
        {say(text.rename)}
      </MenuItem>
      {moves.length > 0 && <MenuSeparator />}
      {moves.map(({ direction, icon, move }) => (
        <MenuItem key={direction} icon={icon} onAction={() => move && void actions.move(move, node.name)}>
          {words(direction, move?.parentId ?? null)}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger onAction={() => void actions.remove(node)}>
        {say(text.delete)}
      </MenuItem>
    </ContextMenu>
  );
}
