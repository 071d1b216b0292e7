import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Sidebar } from '../../../electron/contract/entities.ts';
import { useFeeds, useSetSettings, useSettings } from '../../bridge/queries.ts';
import { compareIn } from '../../i18n/collator.ts';
import { useUiStore } from '../../state/ui-store.ts';
import type { MenuPoint } from '../../ui/context-menu.tsx';
import { cx } from '../../ui/cx.ts';
import { FeedMenu } from './feed-menu.tsx';
import { text } from './messages.ts';
import { stepMove, stepSmart, type Direction } from './moves.ts';
import { NodeMenu } from './node-menu.tsx';
import { RenameField } from './rename-field.tsx';
import { TreeRow } from './row.tsx';
import css from './sidebar.module.css';
import { isCurrent, viewOf, visibleNodes, type Node } from './tree.ts';
import { useSidebarActions, type Named } from './use-sidebar-actions.ts';
import { useTreeDrag } from './use-tree-drag.ts';

const MOVES: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

const isFeed = (node: Node): node is Extract<Node, { kind: 'feed' | 'folder' }> => node.kind === 'feed' || node.kind === 'folder';
const isNamed = (node: Node): node is Node & Named => node.kind === 'collection' || node.kind === 'tag' || node.kind === 'smart';

/** The library as a tree: one tab stop, arrows move and show, Left and Right close and open, Alt and arrows move a collection. */
export function LibraryTree({ sidebar }: { sidebar: Sidebar }): ReactNode {
  const intl = useIntl();
  const { closedCollections } = useSettings();
  const { mutate: setSettings } = useSetSettings();
  const view = useUiStore((state) => state.view);
  const listed = useUiStore((state) => state.screen === 'articles');
  const { setView, openDialog } = useUiStore.getState();
  const feeds = useFeeds();
  const actions = useSidebarActions();
  const drag = useTreeDrag(sidebar.collections, actions);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ at: MenuPoint; key: string } | null>(null);
  const [focusKey, setFocusKey] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);

  const nodes = useMemo(
    () => visibleNodes(sidebar, new Set(closedCollections), feeds, compareIn(intl.locale)),
    [sidebar, closedCollections, feeds, intl.locale],
  );
  const current = nodes.find((node) => isCurrent(node, view));
  const stop = nodes.find((node) => node.key === focusKey) ?? current ?? nodes[0];

  const rowOf = (key: string): HTMLElement | null => tree.current?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null;
  const focus = (node: Node | undefined, show = true): void => {
    if (!node) return;
    setFocusKey(node.key);
    rowOf(node.key)?.focus();
    const own = show ? viewOf(node) : null;
    if (own && !(listed && isCurrent(node, useUiStore.getState().view))) setView(own);
  };
  // Another view came from elsewhere: the tab stop goes with it.
  const [seen, setSeen] = useState(view);
  if (seen !== view) {
    setSeen(view);
    setFocusKey(null);
  }

  const setOpen = (node: Node, open: boolean): void => {
    if (node.expanded === null || node.expanded === open) return;
    const closed = closedCollections.filter((key) => key !== node.key);
    setSettings({ closedCollections: open ? closed : [...closed, node.key] });
  };
  const move = (node: Node, direction: Direction): void => {
    if (node.kind === 'smart') {
      const before = stepSmart(sidebar.smart, node.id, direction);
      if (before !== undefined) void actions.moveSmart(node.id, before, node.name).then(() => rowOf(node.key)?.focus());
    }
    if (node.kind !== 'collection') return;
    const step = stepMove(sidebar.collections, node.id, direction);
    if (!step) return;
    void actions.move(step, node.name).then(() => rowOf(node.key)?.focus());
  };
  const openMenu = (node: Node, at: MenuPoint): void => {
    if (isNamed(node) || isFeed(node)) setMenu({ at, key: node.key });
  };

  const onKeyDown = (event: KeyboardEvent, node: Node, index: number): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const direction = MOVES[event.key];
    if (event.altKey) {
      if (!direction || (node.kind !== 'collection' && node.kind !== 'smart')) return;
      move(node, direction);
    } else if (event.key === 'ArrowDown') focus(nodes[index + 1]);
    else if (event.key === 'ArrowUp') focus(nodes[index - 1]);
    else if (event.key === 'Home') focus(nodes[0]);
    else if (event.key === 'End') focus(nodes.at(-1));
    else if (event.key === 'ArrowRight') {
      if (node.expanded === false) setOpen(node, true);
      else if (node.expanded) focus(nodes[index + 1]);
    } else if (event.key === 'ArrowLeft') {
      if (node.expanded) setOpen(node, false);
      else focus(nodes.find((other) => other.key === node.parentKey));
    } else if (event.key === 'Enter' || event.key === ' ') {
      const own = viewOf(node);
      if (own) setView(own);
      else setOpen(node, !node.expanded);
    } else if (event.key === 'F2' && isNamed(node)) setRenaming(node.key);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && isNamed(node)) {
      focus(nodes[index - 1], false);
      void actions.remove(node);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && node.kind === 'feed')
      openDialog({ kind: 'remove-feeds', ids: [node.id] });
    else if (event.key === 'F2' && node.kind === 'feed') openDialog({ kind: 'feed', id: node.id });
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      const box = event.currentTarget.getBoundingClientRect();
      openMenu(node, { x: box.left + 24, y: box.bottom - 4 });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const menuNode = nodes.find((node) => node.key === menu?.key);
  return (
    <>
      <div ref={tree} role="tree" aria-label={intl.formatMessage(text.tree)} className={css['tree']}>
        {nodes.map((node, index) => {
          const selected = listed && isCurrent(node, view);
          const target = drag.drop?.key === node.key ? drag.drop.zone : undefined;
          return (
            <div
              key={node.key}
              role="treeitem"
              data-key={node.key}
              aria-level={node.level}
              aria-setsize={node.setSize}
              aria-posinset={node.posInSet}
              aria-selected={viewOf(node) === null ? undefined : selected}
              aria-expanded={node.expanded ?? undefined}
              tabIndex={node === stop ? 0 : -1}
              className={cx(css['row'], node.kind === 'section' && css['section'])}
              style={{ '--level': node.level } as CSSProperties}
              data-drop={target}
              onFocus={() => setFocusKey(node.key)}
              onClick={() => {
                const own = viewOf(node);
                if (own) setView(own);
                else setOpen(node, !node.expanded);
              }}
              onDoubleClick={() => isNamed(node) && setRenaming(node.key)}
              onContextMenu={(event) => {
                if (!isNamed(node) && !isFeed(node)) return;
                event.preventDefault();
                setFocusKey(node.key);
                openMenu(node, { x: event.clientX, y: event.clientY });
              }}
              onKeyDown={(event) => onKeyDown(event, node, index)}
              {...drag.rowProps(node)}
            >
              <TreeRow
                node={node}
                field={
                  renaming === node.key && isNamed(node) ? (
                    <RenameField
                      name={node.name}
                      onRename={(name) => actions.rename(node, name)}
                      onDone={(refocus) => {
                        setRenaming(null);
                        if (refocus) rowOf(node.key)?.focus();
                      }}
                    />
                  ) : null
                }
                onToggle={() => setOpen(node, !node.expanded)}
                onCreate={(section) =>
                  openDialog(
                    section === 'smart'
                      ? { kind: 'smart', id: null }
                      : section === 'feeds'
                        ? { kind: 'add-feed' }
                        : { kind: 'new-collection', parentId: null },
                  )
                }
              />
            </div>
          );
        })}
      </div>
      {menu && menuNode && isFeed(menuNode) && (
        <FeedMenu
          at={menu.at}
          node={menuNode}
          feeds={sidebar.feeds}
          onClose={() => {
            setMenu(null);
            rowOf(menuNode.key)?.focus();
          }}
        />
      )}
      {menu && menuNode && isNamed(menuNode) && (
        <NodeMenu
          at={menu.at}
          node={menuNode}
          sidebar={sidebar}
          actions={actions}
          onRename={() => setRenaming(menuNode.key)}
          onClose={() => {
            setMenu(null);
            rowOf(menuNode.key)?.focus();
          }}
        />
      )}
    </>
  );
}
