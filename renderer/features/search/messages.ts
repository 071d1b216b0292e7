import { words } from '../../i18n/words.ts';

export const text = words({
  label: { id: 'search.label', defaultMessage: 'Search' },
  placeholder: { id: 'search.placeholder', defaultMessage: 'Search words, "phrases", tag:name…' },
  clear: { id: 'search.clear', defaultMessage: 'Clear the search' },
  scope: { id: 'search.scope', defaultMessage: 'Where to search' },
  here: { id: 'search.here', defaultMessage: 'In this list' },
  everything: { id: 'search.everything', defaultMessage: 'Everything' },
  save: { id: 'search.save', defaultMessage: 'Save search…' },
  didYouMean: { id: 'search.didYouMean', defaultMessage: 'Did you mean' },
  found: { id: 'search.found', defaultMessage: '{count, plural, =0 {Nothing found} one {# article found} other {# articles found}}' },
  building: {
    id: 'search.building',
    defaultMessage: 'The search index is being built: {share, number, percent}. Until it is ready, articles may be missing here.',
  },
  suggestions: { id: 'search.suggestions', defaultMessage: 'Suggestions' },
  recent: { id: 'search.recent', defaultMessage: 'Recent searches' },
  forget: { id: 'search.forget', defaultMessage: 'Clear recent searches' },
});
