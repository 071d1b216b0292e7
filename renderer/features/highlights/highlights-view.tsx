import { Download, Highlighter, PanelLeft } from 'lucide-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { HighlightFilter } from '../../../electron/contract/methods/highlights.ts';
import { useBridge } from '../../bridge/context.tsx';
import { useHighlightList } from '../../bridge/highlights.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { runCommand } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useKeyName } from '../../ui/kbd.tsx';
import { Menu, MenuItem, MenuTrigger } from '../../ui/menu.tsx';
import { copyText, saveText } from '../../ui/text-out.ts';
import { Filters, NO_FILTERS, type Chosen } from './filters.tsx';
import css from './highlights.module.css';
import { text } from './messages.ts';
import { HighlightRow } from './row.tsx';

/** Highlights shown at first, and more of at each asking. */
const PAGE = 100;

/** The highlights and notes of the whole library. */
export function HighlightsView(): ReactNode {
  const intl = useIntl();
  const highlightKey = useKeyName('reader.highlight');
  const bridge = useBridge();
  const [chosen, setChosen] = useState<Chosen>(NO_FILTERS);
  const [limit, setLimit] = useState(PAGE);
  const activeId = useUiStore((state) => state.activeId);
  const layout = useUiStore((state) => state.layout);
  const { showToast } = useUiStore.getState();
  const typed = useDeferredValue(chosen.text);
  const filter = useMemo<Partial<HighlightFilter>>(() => {
    const { onlyOpen, ...rest } = chosen;
    return { ...rest, text: typed, article: onlyOpen ? activeId : null };
  }, [chosen, typed, activeId]);
  const { data, error, refetch } = useHighlightList(filter, Math.min(limit, 500));
  const say = intl.formatMessage;
  const list = data?.highlights ?? [];
  const filtered = chosen !== NO_FILTERS;

  const out = async (hand: (markdown: string, count: number) => Promise<void> | void): Promise<void> => {
    try {
      const { markdown, count } = await bridge.call('highlights.markdown', filter);
      await hand(markdown, count);
    } catch (thrown) {
      showToast({ tone: 'error', message: sentenceOf(thrown), undo: null });
    }
  };
  const copy = (): void =>
    void out(async (markdown, count) => {
      const done = await copyText(markdown);
      showToast({ tone: done ? 'info' : 'error', message: done ? say(text.copied, { count }) : say(text.copyFailed), undo: null });
    });

  return (
    <div className={css['view']}>
      <header className={css['header']}>
        {layout !== 'three' && (
          <IconButton
            label={say(text.sidebar)}
            icon={<PanelLeft aria-hidden />}
            command="window.toggleSidebar"
            onPress={() => runCommand('window.toggleSidebar')}
          />
        )}
        <h1 className={css['title']}>{say(text.title)}</h1>
        <span role="status" className={css['count']}>
          {data && say(text.count, { count: data.total })}
        </span>
        <MenuTrigger>
          <IconButton label={say(text.export)} icon={<Download aria-hidden />} isDisabled={list.length === 0} />
          <Menu aria-label={say(text.export)}>
            <MenuItem onAction={copy}>{say(text.copy)}</MenuItem>
            <MenuItem onAction={() => void out((markdown) => saveText(markdown, `${say(text.file)}.md`))}>{say(text.save)}</MenuItem>
          </Menu>
        </MenuTrigger>
      </header>
      <Filters
        chosen={chosen}
        tags={data?.tags ?? []}
        canBeOpen={activeId !== null}
        onChange={(next) => {
          setChosen(next);
          setLimit(PAGE);
        }}
      />
      <div className={css['scroll']}>
        {error && list.length === 0 ? (
          <EmptyState
            icon={<Highlighter />}
            title={say(text.failed)}
            actions={<Button onPress={() => void refetch()}>{say(text.retry)}</Button>}
          >
            {sentenceOf(error)}
          </EmptyState>
        ) : data && list.length === 0 ? (
          <EmptyState
            icon={<Highlighter />}
            title={say(filtered ? text.nothing : text.empty)}
            actions={filtered ? <Button onPress={() => setChosen(NO_FILTERS)}>{say(text.clear)}</Button> : null}
          >
            {say(filtered ? text.nothingText : text.emptyText, { key: highlightKey })}
          </EmptyState>
        ) : (
          <ul className={css['list']} aria-label={say(text.title)}>
            {list.map((entry, at) => (
              <HighlightRow key={entry.id} entry={entry} headed={list[at - 1]?.articleId !== entry.articleId} />
            ))}
          </ul>
        )}
        {data && data.total > list.length && limit < 500 && (
          <div className={css['moreBox']}>
            <Button onPress={() => setLimit(limit + PAGE)}>{say(text.showMore)}</Button>
          </div>
        )}
      </div>
    </div>
  );
}
