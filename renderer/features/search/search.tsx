import { Search as SearchIcon, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useArticleRows } from '../../bridge/article-rows.ts';
import { useCommands } from '../../commands/registry.ts';
import { useListOf } from '../../state/list-of.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Button } from '../../ui/button.tsx';
import { useAriaKeys } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { cx } from '../../ui/cx.ts';
import type { Suggestion } from './completion.ts';
import { text } from './messages.ts';
import { Building, DidYouMean, Problems } from './notes.tsx';
import css from './search.module.css';
import { useCompletion } from './use-completion.ts';

/** Milliseconds after the last key before the list asks. */
const DEBOUNCE_MS = 80;
/** Milliseconds after the last answer before the count is spoken, so that typing is not talked over. */
const ANNOUNCE_MS = 700;

/** The search field over the list. What is typed is the list's query a moment later; an answer to an older query never shows. */
export function Search(): ReactNode {
  const intl = useIntl();
  const shortcut = useAriaKeys('search.focus');
  const query = useUiStore((state) => state.query);
  const scope = useUiStore((state) => state.scope);
  const { setQuery, setScope, announce } = useUiStore.getState();
  const of = useListOf();
  const { total, problems, didYouMean } = useArticleRows(of, 0, 0);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(query);

  const listId = useId();
  const completion = useCompletion(typed);

  // The query changed from elsewhere (a view was chosen, a link followed): the field follows, and offers nothing.
  const [seen, setSeen] = useState(query);
  if (seen !== query) {
    setSeen(query);
    if (typed.trim() !== query) {
      setTyped(query);
      completion.show(null);
    }
  }

  useEffect(() => {
    if (typed.trim() === useUiStore.getState().query) return undefined;
    const timer = setTimeout(() => setQuery(typed.trim()), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [typed, setQuery]);

  useEffect(() => {
    if (query === '' || total === null) return undefined;
    const timer = setTimeout(() => announce(intl.formatMessage(text.found, { count: total })), ANNOUNCE_MS);
    return () => clearTimeout(timer);
  }, [announce, intl, query, total]);

  useCommands({
    'search.focus': () => {
      useUiStore.getState().setPane('list');
      const enter = (): void => {
        field.current?.focus();
        field.current?.select();
      };
      // At once: the next letter typed must not be taken for a command.
      enter();
      // In a narrow window the list comes into view first.
      if (document.activeElement !== field.current) requestAnimationFrame(enter);
    },
  });

  const take = ({ query: whole, caret, goesOn }: Suggestion): void => {
    setTyped(whole);
    completion.show(goesOn ? caret : null);
    // The field has the new text only after the next drawing.
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
    field.current?.focus();
  };
  const { items, active } = completion;
  const open = items.length > 0;

  const clear = (): void => {
    setTyped('');
    setQuery('');
    completion.show(null);
    field.current?.focus();
  };
  const focusList = (): void => document.querySelector<HTMLElement>('[data-article-list]')?.focus();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (completion.onKey(event, take)) {
      // The list under the field took it.
    } else if (event.key === 'Escape') {
      if (typed === '') focusList();
      else clear();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      setQuery(typed.trim());
      completion.remember(typed.trim());
      completion.show(null);
      focusList();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shown = query !== '';
  return (
    <div
      role="search"
      className={css['search']}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) completion.show(null);
      }}
    >
      <div className={css['field']}>
        <SearchIcon aria-hidden className={css['icon']} />
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          className={css['input']}
          dir="auto"
          aria-label={intl.formatMessage(text.label)}
          placeholder={intl.formatMessage(text.placeholder)}
          aria-describedby={problems.length > 0 ? 'search-problems' : undefined}
          aria-keyshortcuts={shortcut}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            completion.show(event.target.selectionStart ?? event.target.value.length);
          }}
          onClick={(event) => completion.show(event.currentTarget.selectionStart ?? typed.length)}
          onBlur={() => completion.remember(useUiStore.getState().query)}
          onKeyDown={onKeyDown}
        />
        {typed !== '' && (
          <IconButton size="sm" label={intl.formatMessage(text.clear)} icon={<X />} onPress={clear} className={css['clear']} />
        )}
      </div>
      {open && (
        <div className={css['popup']}>
          <ul
            id={listId}
            role="listbox"
            aria-label={intl.formatMessage(completion.recent ? text.recent : text.suggestions)}
            className={css['options']}
          >
            {items.map((item, index) => (
              // The keyboard never leaves the field: see aria-activedescendant there.
              <li
                key={item.label}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                dir="auto"
                className={cx(css['option'], index === active && css['active'])}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(item)}
              >
                {item.label}
              </li>
            ))}
          </ul>
          {completion.recent && (
            <button type="button" className={css['forget']} onClick={completion.forget}>
              {intl.formatMessage(text.forget)}
            </button>
          )}
        </div>
      )}
      {shown && (
        <div className={css['bar']}>
          <Segmented
            label={intl.formatMessage(text.scope)}
            hideLabel
            value={scope}
            options={[
              { value: 'view', label: intl.formatMessage(text.here) },
              { value: 'everything', label: intl.formatMessage(text.everything) },
            ]}
            onChange={setScope}
          />
          <Button size="sm" onPress={() => useUiStore.getState().openDialog({ kind: 'smart', id: null, query })}>
            {intl.formatMessage(text.save)}
          </Button>
        </div>
      )}
      <Building />
      {shown && problems.length > 0 && <Problems id="search-problems" query={query} problems={problems} />}
      {shown && didYouMean.length > 0 && <DidYouMean spellings={didYouMean} onPick={setTyped} />}
    </div>
  );
}
