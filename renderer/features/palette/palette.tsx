import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { BookOpen, ChevronRight, Folder, Hash, LayoutList, Rss, Search, Sparkles, type LucideIcon } from 'lucide-react';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { useSetSettings, useSettings, useSidebar, useUndoState } from '../../bridge/queries.ts';
import { runCommand } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { CommandKbd } from '../../ui/kbd.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { articleEntry, commandEntries, placeEntries, type Entry, type Part } from './entries.ts';
import { text } from './messages.ts';
import css from './palette.module.css';
import { ranked } from './rank.ts';

const RECENT = 24;
const MOST: Readonly<Record<Part, number>> = { recent: 6, commands: 8, places: 8, articles: 8 };
const TITLES = { recent: text.recentPart, commands: text.commandsPart, places: text.placesPart, articles: text.articlesPart } as const;
const ICONS: Readonly<Record<Entry['kind'], LucideIcon>> = {
  command: ChevronRight,
  view: LayoutList,
  smart: Sparkles,
  collection: Folder,
  tag: Hash,
  feed: Rss,
  article: BookOpen,
};

/** One field that goes to anything and does everything. */
export function Palette(): ReactNode {
  const intl = useIntl();
  const open = useUiStore((state) => state.dialog?.kind === 'palette');
  const close = useUiStore((state) => state.closeDialog);
  return (
    <ModalOverlay className={css['overlay'] ?? ''} isOpen={open} isDismissable onOpenChange={(next) => !next && close()}>
      <Modal className={css['modal'] ?? ''}>
        <Dialog aria-label={intl.formatMessage(text.title)} className={css['dialog'] ?? ''}>
          <Body />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Articles that have the words, in the order of the search. */
function useArticles(typed: string): Entry[] {
  const bridge = useBridge();
  const query = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['list', 'palette', query],
    queryFn: () => bridge.call('articles.list', { view: { kind: 'everything' }, query, limit: MOST.articles }),
    enabled: query.length > 1,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => (query.length > 1 ? (data?.rows ?? []).map(articleEntry) : []), [data, query]);
}

function Body(): ReactNode {
  const intl = useIntl();
  const id = useId();
  const { paletteRecent } = useSettings();
  const { mutate: setSettings } = useSetSettings();
  const sidebar = useSidebar().data;
  const undo = useUndoState();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const articles = useArticles(typed);

  const parts = useMemo(() => {
    const commands = commandEntries(undo, intl);
    const places = placeEntries(sidebar, intl);
    const all = [...commands, ...places];
    const found: { part: Part; entries: Entry[] }[] =
      typed.trim() === ''
        ? [
            { part: 'recent', entries: paletteRecent.flatMap((key) => all.find((entry) => entry.key === key) ?? []).slice(0, MOST.recent) },
            { part: 'commands', entries: commands },
          ]
        : [
            { part: 'commands', entries: ranked(commands, typed, paletteRecent, MOST.commands) },
            { part: 'places', entries: ranked(places, typed, paletteRecent, MOST.places) },
            { part: 'articles', entries: articles },
          ];
    return found.filter(({ entries }) => entries.length > 0);
  }, [articles, intl, paletteRecent, sidebar, typed, undo]);
  const flat = parts.flatMap(({ entries }) => entries);
  const current = Math.min(at, flat.length - 1);
  const optionId = (index: number): string => `${id}-${index}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current, parts]);

  const choose = (entry: Entry | undefined): void => {
    if (!entry) return;
    const ui = useUiStore.getState();
    ui.closeDialog();
    if (entry.kind !== 'article')
      setSettings({ paletteRecent: [entry.key, ...paletteRecent.filter((key) => key !== entry.key)].slice(0, RECENT) });
    if (entry.view) {
      ui.setView(entry.view);
      ui.focusPane('list');
    } else if (entry.articleId !== undefined) ui.openArticle(entry.articleId, { show: true });
    // When the dialog is gone and the focus is back: many commands are about where it is.
    else if (entry.command !== undefined) setTimeout(() => entry.command && runCommand(entry.command));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const last = flat.length - 1;
    if (event.key === 'ArrowDown') setAt(current >= last ? 0 : current + 1);
    else if (event.key === 'ArrowUp') setAt(current <= 0 ? last : current - 1);
    else if (event.key === 'PageDown') setAt(Math.min(last, current + 8));
    else if (event.key === 'PageUp') setAt(Math.max(0, current - 8));
    else if (event.key === 'Enter') choose(flat[current]);
    else return;
    event.preventDefault();
  };

  let index = -1;
  return (
    <>
      <div className={css['field']}>
        <Search aria-hidden />
        <input
          className={css['input']}
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={current >= 0 ? optionId(current) : undefined}
          aria-label={intl.formatMessage(text.field)}
          placeholder={intl.formatMessage(text.field)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={intl.formatMessage(text.list)} className={css['list']}>
        {parts.map(({ part, entries }) => (
          <div key={part} role="group" aria-label={intl.formatMessage(TITLES[part])}>
            <div aria-hidden className={css['part']}>
              {intl.formatMessage(TITLES[part])}
            </div>
            {entries.map((entry) => {
              index += 1;
              const own = index;
              const Picture = ICONS[entry.kind];
              return (
                <div
                  key={entry.key}
                  id={optionId(own)}
                  role="option"
                  aria-selected={own === current}
                  className={css['option']}
                  onPointerMove={() => own !== current && setAt(own)}
                  onClick={() => choose(entry)}
                >
                  <Picture aria-hidden />
                  <span className={css['name']} dir="auto">
                    {entry.name}
                  </span>
                  {entry.note !== undefined && <span className={css['note']}>{entry.note}</span>}
                  {entry.command !== undefined && <CommandKbd command={entry.command} />}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <VisuallyHidden>
        <span role="status">{typed.trim() !== '' && intl.formatMessage(text.found, { count: flat.length })}</span>
      </VisuallyHidden>
      {flat.length === 0 && <p className={css['none']}>{intl.formatMessage(text.found, { count: 0 })}</p>}
    </>
  );
}
