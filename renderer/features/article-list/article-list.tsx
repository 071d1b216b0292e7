import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useArticleRows } from '../../bridge/article-rows.ts';
import { useListLook } from '../../bridge/list-look.ts';
import { useSettings, useSidebar } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useListOf } from '../../state/list-of.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import type { MenuPoint } from '../../ui/context-menu.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import css from './article-list.module.css';
import { BulkBar } from './bulk-bar.tsx';
import { EmptyList } from './empty.tsx';
import { leavesView, rowAfter, type Leaving } from './leaves-view.ts';
import { ListHeader } from './list-header.tsx';
import { Listbox } from './listbox.tsx';
import { listText } from './messages.ts';
import { GROUP_HEAD, ROW_HEIGHTS } from './row-heights.ts';
import { RowMenu } from './row-menu.tsx';
import { useArticleActions } from './use-article-actions.ts';
import { useCursor } from './use-cursor.ts';
import { useGroups } from './use-groups.ts';
import { useListCommands } from './use-list-commands.ts';
import { useListSelection } from './use-list-selection.ts';
import { usePrefetch } from './use-prefetch.ts';
import { useSnippets } from './use-snippets.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import { viewName } from './view-names.ts';

const OVERSCAN = 8;

/** The list of articles: what the view and the query show, and everything one can do to it. `search` stands between its head and its rows. */
export function ArticleList({ search }: { search?: ReactNode }): ReactNode {
  const intl = useIntl();
  const of = useListOf();
  const settings = useSettings();
  const { density = settings.density } = useListLook(of.view);
  const groups = useGroups(of);
  const sidebar = useSidebar().data;
  const [menu, setMenu] = useState<MenuPoint | null>(null);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const rows = useArticleRows(of, range.first, range.last);

  const scroller = useRef<HTMLDivElement>(null);
  const height = ROW_HEIGHTS[density];
  const virtualizer = useVirtualRows<HTMLDivElement, Element>({
    count: rows.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => height + (groups.startsAt(index) ? GROUP_HEAD : 0),
    overscan: OVERSCAN,
    useFlushSync: false,
    paddingStart: 2,
    paddingEnd: 12,
    scrollPaddingStart: groups.by === null ? 2 : GROUP_HEAD,
    scrollPaddingEnd: 12,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, height, groups]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [of]);

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  if (first !== range.first || last !== range.last) setRange({ first, last });

  const snippets = useSnippets(of.query, rows, first, last);
  const scrollTo = useCallback((index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }), [virtualizer]);
  const cursor = useCursor(of, rows, scrollTo);
  const selection = useListSelection(of, rows);
  const onHover = usePrefetch(rows);

  // Before rows leave: which row to go on with. After: the reader follows, if what it showed is gone.
  const leave = useCallback(
    (action: Leaving, ids: readonly string[]) => {
      const ui = useUiStore.getState();
      if (!leavesView(of.view, action) || ui.activeId === null || !ids.includes(ui.activeId)) return () => undefined;
      const from = rows.indexOf(ui.activeId);
      const next = from < 0 ? null : rowAfter(from, rows.total ?? 0, new Set(ids), (index) => rows.rowAt(index)?.id ?? null);
      const id = next === null ? null : (rows.rowAt(next)?.id ?? null);
      return () => {
        if (useUiStore.getState().activeId !== ui.activeId) return;
        if (id === null || ui.layout === 'single') return useUiStore.getState().openArticle(null, { show: true });
        if (next !== null) cursor.at(next, id);
      };
    },
    [cursor, of, rows],
  );
  const actions = useArticleActions(leave);

  const focusList = useCallback(() => scroller.current?.focus(), []);
  const open = useCallback(() => {
    const ui = useUiStore.getState();
    if (!ui.cursor) return;
    ui.openArticle(ui.cursor.id, { show: true });
  }, []);
  useListCommands({ of, cursor, selection, actions, open, focusList });

  const picked = useUiStore((state) => state.selection.ids);
  const menuIds = useMemo(() => {
    if (picked.size > 0) return [...picked];
    const id = menu === null ? null : useUiStore.getState().cursor?.id;
    return id == null ? [] : [id];
  }, [menu, picked]);

  return (
    <div className={css['pane']}>
      <ListHeader total={rows.total} />
      {search}
      <BulkBar actions={actions} onClear={selection.clear} />
      {rows.error && rows.total === null ? (
        <EmptyState
          title={intl.formatMessage(listText.failed)}
          actions={
            <Button onPress={() => useUiStore.setState((state) => ({ visit: state.visit + 1 }))}>
              {intl.formatMessage(listText.retry)}
            </Button>
          }
        >
          {sentenceOf(rows.error)}
        </EmptyState>
      ) : rows.total === 0 ? (
        <EmptyList />
      ) : (
        <Listbox
          label={`${intl.formatMessage(listText.list)}: ${viewName(intl, of.view, sidebar)}`}
          rows={rows}
          groups={groups}
          virtualizer={virtualizer}
          scroller={scroller}
          density={density}
          snippets={snippets}
          cursor={cursor}
          selection={selection}
          onOpen={open}
          onMenu={setMenu}
          onHover={onHover}
        />
      )}
      {menu && menuIds.length > 0 && (
        <RowMenu
          at={menu}
          ids={menuIds}
          inTrash={of.view.kind === 'trash'}
          actions={actions}
          onOpen={open}
          onClose={() => {
            setMenu(null);
            focusList();
          }}
        />
      )}
    </div>
  );
}
