import { Search as SearchIcon, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useArticleRows } from '../../bridge/article-rows.ts';
import { useCommands } from '../../commands/registry.ts';
import { words } from '../../i18n/words.ts';
import { useListOf } from '../../state/list-of.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import css from './search.module.css';

const text = words({
  label: { id: 'search.label', defaultMessage: 'Search' },
  placeholder: { id: 'search.placeholder', defaultMessage: 'Search words, "phrases", tag:name…' },
  clear: { id: 'search.clear', defaultMessage: 'Clear the search' },
  scope: { id: 'search.scope', defaultMessage: 'Where to search' },
  here: { id: 'search.here', defaultMessage: 'In this list' },
  everything: { id: 'search.everything', defaultMessage: 'Everything' },
  didYouMean: { id: 'search.didYouMean', defaultMessage: 'Did you mean' },
  found: { id: 'search.found', defaultMessage: '{count, plural, =0 {Nothing found} one {# article found} other {# articles found}}' },
});

/** Milliseconds after the last key before the list asks. */
const DEBOUNCE_MS = 80;
/** Milliseconds after the last answer before the count is spoken, so that typing is not talked over. */
const ANNOUNCE_MS = 700;

/** The search field over the list. What is typed is the list's query a moment later; an answer to an older query never shows. */
export function Search(): ReactNode {
  const intl = useIntl();
  const query = useUiStore((state) => state.query);
  const scope = useUiStore((state) => state.scope);
  const { setQuery, setScope, announce } = useUiStore.getState();
  const of = useListOf();
  const { total, problems, didYouMean } = useArticleRows(of, 0, 0);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(query);

  // The query changed from elsewhere (a view was chosen, a link followed): the field follows.
  const [seen, setSeen] = useState(query);
  if (seen !== query) {
    setSeen(query);
    if (typed.trim() !== query) setTyped(query);
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

  const clear = (): void => {
    setTyped('');
    setQuery('');
    field.current?.focus();
  };
  const focusList = (): void => document.querySelector<HTMLElement>('[data-article-list]')?.focus();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      if (typed === '') focusList();
      else clear();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      setQuery(typed.trim());
      focusList();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shown = query !== '';
  return (
    <div role="search" className={css['search']}>
      <div className={css['field']}>
        <SearchIcon aria-hidden className={css['icon']} />
        <input
          ref={field}
          type="search"
          className={css['input']}
          dir="auto"
          aria-label={intl.formatMessage(text.label)}
          placeholder={intl.formatMessage(text.placeholder)}
          aria-describedby={problems.length > 0 ? 'search-problems' : undefined}
          aria-keyshortcuts="/"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {typed !== '' && (
          <IconButton size="sm" label={intl.formatMessage(text.clear)} icon={<X />} onPress={clear} className={css['clear']} />
        )}
      </div>
      {shown && (
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
      )}
      {shown && problems.length > 0 && (
        <p id="search-problems" className={css['problem']}>
          {problems.map((problem) => problem.message).join(' ')}
        </p>
      )}
      {shown && didYouMean.length > 0 && (
        <p className={css['mean']}>
          {intl.formatMessage(text.didYouMean)}{' '}
          {didYouMean.map((spelling) => (
            <button key={spelling} type="button" dir="auto" className={css['spelling']} onClick={() => setTyped(spelling)}>
              {spelling}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
