import {
  ArrowDown,
  ArrowUp,
  BrushCleaning,
  CornerDownRight,
  CornerLeftUp,
  FolderPlus,
  Pencil,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Sidebar } from '../../../electron/contract/entities.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { ContextMenu, type MenuPoint } from '../../ui/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { text } from './messages.ts';
import { stepMove, stepSmart, type Direction } from './moves.ts';
import type { Named, SidebarActions } from './use-sidebar-actions.ts';

interface Props {
  at: MenuPoint;
  node: Named;
  sidebar: Sidebar;
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
export function NodeMenu({ at, node, sidebar, actions, onRename, onClose }: Props): ReactNode {
  const { collections, smart } = sidebar;
  const intl = useIntl();
  const say = intl.formatMessage;
  const nameOf = (id: string | null): string => collections.find((one) => one.id === id)?.name ?? '';
  const words = (direction: Direction, into: string | null): string => {
    if (direction === 'in') return say(text.moveIn, { name: nameOf(into) });
    if (direction === 'out') return say(text.moveOut, { name: nameOf(collections.find((one) => one.id === node.id)?.parentId ?? null) });
    return say(direction === 'up' ? text.moveUp : text.moveDown);
  };
  const moves = STEPS.flatMap(({ direction, icon }) => {
    if (node.kind === 'smart') {
      const before = stepSmart(smart, node.id, direction);
      if (before === undefined) return [];
      return [{ direction, icon, label: words(direction, null), run: () => void actions.moveSmart(node.id, before, node.name) }];
    }
    const move = node.kind === 'collection' ? stepMove(collections, node.id, direction) : null;
    return move ? [{ direction, icon, label: words(direction, move.parentId), run: () => void actions.move(move, node.name) }] : [];
  });
  const open = useUiStore.getState().openDialog;

  return (
    <ContextMenu at={at} label={say(text.menu, { name: node.name })} onClose={onClose}>
      {node.kind === 'collection' && (
        <MenuItem icon={<FolderPlus />} onAction={() => open({ kind: 'new-collection', parentId: node.id })}>
          {say(text.newInside)}
        </MenuItem>
      )}
      <MenuItem icon={<Pencil />} onAction={onRename}>
        {say(text.rename)}
      </MenuItem>
      <MenuItem
        icon={<SlidersHorizontal />}
        onAction={() => open(node.kind === 'smart' ? { kind: 'smart', id: node.id } : { kind: 'look', of: node.kind, id: node.id })}
      >
        {say(node.kind === 'smart' ? text.editSmart : node.kind === 'tag' ? text.editTag : text.editCollection)}
      </MenuItem>
      {moves.length > 0 && <MenuSeparator />}
      {moves.map(({ direction, icon, label, run }) => (
        <MenuItem key={direction} icon={icon} onAction={run}>
          {label}
        </MenuItem>
      ))}
      {node.kind === 'tag' && (
        <>
          <MenuSeparator />
          <MenuItem icon={<BrushCleaning />} onAction={() => open({ kind: 'unused-tags' })}>
            {say(text.unusedTags)}
          </MenuItem>
        </>
      )}
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger onAction={() => void actions.remove(node)}>
        {say(text.delete)}
      </MenuItem>
    </ContextMenu>
  );
}
