import { useState, type DragEvent } from 'react';
import type { Collection } from '../../../electron/contract/entities.ts';
import { ARTICLES_TYPE, draggedArticles } from '../../state/drag.ts';
import { takesFolder } from './feed-tree.ts';
import { dropMove, zoneOf, type Zone } from './moves.ts';
import type { Node } from './tree.ts';
import type { SidebarActions } from './use-sidebar-actions.ts';

const COLLECTION_TYPE = 'application/x-offprint-collection';
const FEED_TYPE = 'application/x-offprint-feed';
const FOLDER_TYPE = 'application/x-offprint-feed-folder';

/** The folder that a feed dropped on a row goes into; null where a feed cannot be dropped. */
function folderOf(node: Node): string | null {
  if (node.kind === 'folder') return node.path;
  if (node.kind === 'feed') return node.folder;
  return node.kind === 'section' && node.section === 'feeds' ? '' : null;
}

export interface Drop {
  readonly key: string;
  readonly zone: Zone;
}

export interface TreeDrag {
  /** Where a drop would land now. */
  drop: Drop | null;
  rowProps: (node: Node) => {
    draggable: boolean;
    onDragStart: (event: DragEvent<HTMLElement>) => void;
    onDragEnd: () => void;
    onDragOver: (event: DragEvent<HTMLElement>) => void;
    onDragLeave: () => void;
    onDrop: (event: DragEvent<HTMLElement>) => void;
  };
}

/**
 * Drag and drop of the tree: articles onto collections and tags, collections onto and between collections. While something is dragged the
 * browser hides what it is (only its type shows), so the dragged collection is remembered here.
 */
export function useTreeDrag(collections: readonly Collection[], actions: SidebarActions): TreeDrag {
  const [dragged, setDragged] = useState<string | null>(null);
  const [folder, setFolder] = useState<string | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);

  const zoneAt = (event: DragEvent<HTMLElement>): Zone => {
    const box = event.currentTarget.getBoundingClientRect();
    return zoneOf(event.clientY - box.top, box.height);
  };
  const moveTo = (node: Node, zone: Zone) => {
    if (dragged === null) return null;
    if (node.kind === 'collection') return dropMove(collections, dragged, node.id, zone);
    return node.kind === 'section' && node.section === 'collections' ? { id: dragged, parentId: null, before: null } : null;
  };

  return {
    drop,
    rowProps: (node) => ({
      draggable: node.kind === 'collection' || node.kind === 'feed' || node.kind === 'folder',
      onDragStart: (event) => {
        if (node.kind === 'feed') {
          event.dataTransfer.setData(FEED_TYPE, node.id);
          event.dataTransfer.effectAllowed = 'move';
        }
        if (node.kind === 'folder') {
          event.dataTransfer.setData(FOLDER_TYPE, node.path);
          event.dataTransfer.effectAllowed = 'move';
          setFolder(node.path);
        }
        if (node.kind !== 'collection') return;
        event.dataTransfer.setData(COLLECTION_TYPE, node.id);
        event.dataTransfer.effectAllowed = 'move';
        setDragged(node.id);
      },
      onDragEnd: () => {
        setDragged(null);
        setFolder(null);
        setDrop(null);
      },
      onDragOver: (event) => {
        const { types } = event.dataTransfer;
        let zone: Zone | null = null;
        if (types.includes(ARTICLES_TYPE)) zone = node.kind === 'collection' || node.kind === 'tag' ? 'into' : null;
        else if (types.includes(FEED_TYPE)) zone = folderOf(node) === null ? null : 'into';
        else if (types.includes(FOLDER_TYPE)) {
          const into = folderOf(node);
          zone = into !== null && folder !== null && takesFolder(into, folder) ? 'into' : null;
        } else if (types.includes(COLLECTION_TYPE)) {
          const at = node.kind === 'section' ? 'into' : zoneAt(event);
          zone = moveTo(node, at) ? at : null;
        }
        if (zone === null) return setDrop(null);
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = types.includes(ARTICLES_TYPE) ? 'copy' : 'move';
        if (drop?.key !== node.key || drop.zone !== zone) setDrop({ key: node.key, zone });
      },
      onDragLeave: () => setDrop(null),
      onDrop: (event) => {
        setDrop(null);
        const into = folderOf(node);
        const feed = event.dataTransfer.getData(FEED_TYPE);
        const path = event.dataTransfer.getData(FOLDER_TYPE);
        if ((feed !== '' || path !== '') && into !== null) {
          event.preventDefault();
          event.stopPropagation();
          if (feed !== '') void actions.moveFeed(feed, into);
          else if (takesFolder(into, path)) void actions.moveFolder(path, into);
          return;
        }
        const move = moveTo(node, node.kind === 'section' ? 'into' : zoneAt(event));
        if (event.dataTransfer.types.includes(COLLECTION_TYPE) && move) {
          event.preventDefault();
          event.stopPropagation();
          void actions.move(move, collections.find((one) => one.id === move.id)?.name ?? '');
        } else if (event.dataTransfer.types.includes(ARTICLES_TYPE) && (node.kind === 'collection' || node.kind === 'tag')) {
          event.preventDefault();
          event.stopPropagation();
          void actions.receive(node, draggedArticles(event.dataTransfer));
        }
      },
    }),
  };
}
