import type { Virtualizer } from '@tanstack/react-virtual';
import { useRef, type DragEvent, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { useIntl } from 'react-intl';
import type { Snippet } from '../../../electron/contract/entities.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import type { ArticleRows } from '../../bridge/article-rows.ts';
import { ARTICLES_TYPE } from '../../state/drag.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { cx } from '../../ui/cx.ts';
import { GroupHead, groupName } from './group-head.tsx';
import css from './listbox.module.css';
import { listText, rowText } from './messages.ts';
import { RowContent } from './row.tsx';
import { GROUP_HEAD } from './row-heights.ts';
import type { CursorMoves } from './use-cursor.ts';
import type { Group, Groups } from './use-groups.ts';
import type { ListSelection } from './use-list-selection.ts';
import { useNow } from './use-now.ts';

interface Props {
  label: string;
  rows: ArticleRows;
  groups: Groups;
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  scroller: RefObject<HTMLDivElement | null>;
  density: Settings['density'];
  snippets: Readonly<Record<string, Snippet>>;
  cursor: CursorMoves;
  selection: ListSelection;
  /** Enter or a double click. */
  onOpen: () => void;
  /** The context menu of a row, at a point of the window. */
  onMenu: (at: { x: number; y: number }) => void;
  /** The row a pointer came onto; null when it leaves. */
  onHover: (id: string | null) => void;
}

type Item = ReturnType<Virtualizer<HTMLDivElement, Element>['getVirtualItems']>[number];

/** The visible rows by their group; one part without a group where there are none. */
function grouped(items: readonly Item[], groups: Groups): { group: Group | null; part: Item[] }[] {
  const parts: { group: Group | null; part: Item[] }[] = [];
  for (const item of items) {
    const group = groups.at(item.index);
    const last = parts.at(-1);
    if (last && last.group === group) last.part.push(item);
    else parts.push({ group, part: [item] });
  }
  return parts;
}

const optionId = (id: string): string => `article-${id}`;

/**
 * A multi-select listbox over a virtual list, after the ARIA pattern: one tab stop, the focused option by `aria-activedescendant`, the place
 * in the whole list by `aria-setsize` and `aria-posinset`. (Ready-made listboxes cost ten times as much a key at 10,000 rows.)
 */
export function Listbox({
  label,
  rows,
  groups,
  virtualizer,
  scroller,
  density,
  snippets,
  cursor,
  selection,
  onOpen,
  onMenu,
  onHover,
}: Props): ReactNode {
  const intl = useIntl();
  const now = useNow();
  const at = useUiStore((state) => state.cursor);
  const activeId = useUiStore((state) => state.activeId);
  const picked = useUiStore((state) => state.selection.ids);
  const ghost = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const plain = !event.altKey && !event.metaKey;
    const open = !event.ctrlKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / virtualizer.options.estimateSize(0)) - 1);
    const step: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const by = step[event.key];
    if (!plain) return;
    if (event.shiftKey && by !== undefined) void extend(by);
    else if (event.shiftKey && event.key === 'Home') void selection.extendTo(0, at?.index ?? 0);
    else if (event.shiftKey && event.key === 'End') void selection.extendTo((rows.total ?? 1) - 1, at?.index ?? 0);
    else if (by !== undefined) void cursor.by(by, { open });
    else if (event.key === 'Home') void cursor.to(0, { open });
    else if (event.key === 'End') void cursor.to((rows.total ?? 1) - 1, { open });
    else if (event.key === ' ' && event.ctrlKey && at) selection.toggleAt(at.index, at.id);
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) onMenu(cornerOf(at?.id));
    else return;
    event.preventDefault();
  };

  const extend = async (by: number): Promise<void> => {
    const from = at?.index ?? 0;
    const to = Math.min(Math.max(0, from + by), (rows.total ?? 1) - 1);
    await selection.extendTo(to, from);
    await cursor.to(to, { open: false });
  };

  const cornerOf = (id: string | undefined): { x: number; y: number } => {
    const box = (id === undefined ? null : document.getElementById(optionId(id)))?.getBoundingClientRect();
    const list = scroller.current?.getBoundingClientRect();
    return { x: (box?.left ?? list?.left ?? 0) + 24, y: box ? box.top + box.height / 2 : (list?.top ?? 0) };
  };

  const onClick = (event: MouseEvent, index: number, id: string): void => {
    if (event.shiftKey) {
      void selection.extendTo(index, at?.index ?? index);
      cursor.at(index, id, { open: false });
    } else if (event.ctrlKey || event.metaKey) {
      // The first Ctrl-click adds to the row one was on, as file lists do.
      if (picked.size === 0 && at && at.id !== id) selection.toggleAt(at.index, at.id);
      selection.toggleAt(index, id);
      cursor.at(index, id, { open: false });
    } else {
      selection.clear();
      cursor.at(index, id);
      if (useUiStore.getState().layout === 'single') onOpen();
    }
  };

  const onContextMenu = (event: MouseEvent, index: number, id: string): void => {
    event.preventDefault();
    if (!picked.has(id)) {
      selection.clear();
      cursor.at(index, id, { open: false });
    }
    onMenu({ x: event.clientX, y: event.clientY });
  };

  const onDragStart = (event: DragEvent, id: string): void => {
    const ids = picked.has(id) ? [...picked] : [id];
    event.dataTransfer.setData(ARTICLES_TYPE, JSON.stringify(ids));
    event.dataTransfer.effectAllowed = 'copyMove';
    if (ghost.current) {
      ghost.current.textContent = intl.formatMessage(listText.dragged, { count: ids.length });
      event.dataTransfer.setDragImage(ghost.current, -12, 8);
    }
  };

  const items = virtualizer.getVirtualItems();
  const offset = virtualizer.scrollOffset ?? 0;
  const top = groups.by === null ? null : groups.at(items.find(({ end }) => end > offset + GROUP_HEAD)?.index ?? 0);
  const nameOf = (group: Group): string => groupName(intl, groups.by, group.key, rows.rowAt(group.start)?.source ?? group.key, now);
  const shown = at !== null && items.some((item) => rows.rowAt(item.index)?.id === at.id);

  return (
    <>
      <div
        ref={scroller}
        role="listbox"
        aria-label={label}
        aria-multiselectable
        aria-activedescendant={shown ? optionId(at.id) : undefined}
        tabIndex={0}
        className={css['list']}
        data-article-list
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (!useUiStore.getState().cursor) void cursor.to(0, { open: false });
        }}
      >
        {top && (
          <div role="presentation" aria-hidden className={css['sticky']}>
            <div className={css['stuck']}>
              <GroupHead name={nameOf(top)} count={top.count} />
            </div>
          </div>
        )}
        <div role="presentation" className={css['canvas']} style={{ height: virtualizer.getTotalSize() }}>
          {grouped(items, groups).map(({ group, part }) => {
            const content = part.map(({ index, start, size }) => {
              const row = rows.rowAt(index);
              const head = groups.startsAt(index) ? GROUP_HEAD : 0;
              const style = { height: size - head, transform: `translateY(${start + head}px)` };
              if (!row) return <div key={`#${index}`} role="presentation" className={cx(css['option'], css['loading'])} style={style} />;
              const { id } = row;
              const selected = picked.size > 0 ? picked.has(id) : id === activeId;
              return (
                <div
                  key={id}
                  id={optionId(id)}
                  role="option"
                  aria-selected={selected}
                  aria-setsize={rows.total ?? -1}
                  aria-posinset={index + 1}
                  className={css['option']}
                  style={style}
                  data-cursor={at?.id === id || undefined}
                  draggable
                  onClick={(event) => onClick(event, index, id)}
                  onDoubleClick={onOpen}
                  onPointerEnter={() => onHover(id)}
                  onPointerLeave={() => onHover(null)}
                  onContextMenu={(event) => onContextMenu(event, index, id)}
                  onDragStart={(event) => onDragStart(event, id)}
                >
                  <RowContent row={row} density={density} now={now} snippet={snippets[id] ?? null} />
                </div>
              );
            });
            if (!group) return content;
            const name = nameOf(group);
            const first = part.find(({ index }) => index === group.start);
            return (
              <div key={`${group.start}:${group.key}`} role="group" aria-label={name} className={css['group']}>
                {first && (
                  <div role="presentation" aria-hidden className={css['head']} style={{ transform: `translateY(${first.start}px)` }}>
                    <GroupHead name={name} count={group.count} />
                  </div>
                )}
                {content}
              </div>
            );
          })}
        </div>
        {rows.total === null && <p className={css['waiting']}>{intl.formatMessage(rowText.loading)}</p>}
      </div>
      <div ref={ghost} className={css['ghost']} aria-hidden />
    </>
  );
}
