import { words } from '../../i18n/words.ts';

/** Words for renewing an article, and for its earlier versions. */
export const renewText = words({
  group: { id: 'renew.group', defaultMessage: 'This article' },
  tryAgain: { id: 'renew.tryAgain', defaultMessage: 'Try again' },
  saveAgain: { id: 'renew.saveAgain', defaultMessage: 'Save again' },
  extractAgain: { id: 'renew.extractAgain', defaultMessage: 'Extract again' },
  working: { id: 'renew.working', defaultMessage: 'Working …' },
  completeNow: { id: 'renew.completeNow', defaultMessage: 'Everything the article refers to is stored now.' },
  stillIncomplete: { id: 'renew.stillIncomplete', defaultMessage: 'Something is missing still: the receipt says what.' },
  savedAgain: { id: 'renew.savedAgain', defaultMessage: 'The page had changed. The earlier version is kept.' },
  extractedAgain: { id: 'renew.extractedAgain', defaultMessage: 'Extracted again. The earlier result is kept.' },
  nothingChanged: { id: 'renew.nothingChanged', defaultMessage: 'Nothing changed since {date}.' },
  sameText: { id: 'renew.sameText', defaultMessage: 'Extracted again: the text is the same as on {date}.' },
  versions: { id: 'renew.versions', defaultMessage: '{count, plural, one {# earlier version…} other {# earlier versions…}}' },
  title: { id: 'versions.title', defaultMessage: 'Earlier versions' },
  choose: { id: 'versions.choose', defaultMessage: 'Compare the article with' },
  version: { id: 'versions.version', defaultMessage: '{date} · {count, plural, one {# word} other {# words}}' },
  again: { id: 'versions.again', defaultMessage: 'until it was saved again' },
  reextract: { id: 'versions.reextract', defaultMessage: 'until it was extracted again' },
  restore: { id: 'versions.restore', defaultMessage: 'until an earlier version was put back' },
  putBack: { id: 'versions.putBack', defaultMessage: 'Make this the article' },
  putBackDone: { id: 'versions.putBackDone', defaultMessage: 'The earlier version is the article again. What it was before is kept.' },
  close: { id: 'versions.close', defaultMessage: 'Close' },
  summary: {
    id: 'versions.summary',
    defaultMessage: '{added, plural, one {# passage added} other {# passages added}}, {removed, plural, one {# removed} other {# removed}}',
  },
  same: { id: 'versions.same', defaultMessage: 'The words are the same.' },
  loading: { id: 'versions.loading', defaultMessage: 'Comparing …' },
  added: { id: 'versions.added', defaultMessage: 'Added:' },
  addedEnd: { id: 'versions.addedEnd', defaultMessage: 'End of what was added.' },
  removed: { id: 'versions.removed', defaultMessage: 'Removed:' },
  removedEnd: { id: 'versions.removedEnd', defaultMessage: 'End of what was removed.' },
  none: {
    id: 'versions.none',
    defaultMessage: 'There is no earlier version of this article. One is kept when it is saved again and has changed.',
  },
  unchanged: { id: 'versions.unchanged', defaultMessage: '{count, plural, one {# unchanged word} other {# unchanged words}}' },
});

/** Words for how the text was found. */
export const explainText = words({
  title: { id: 'explain.title', defaultMessage: 'How was this extracted?' },
  leftOut: { id: 'explain.leftOut', defaultMessage: 'Left out' },
  kept: { id: 'explain.kept', defaultMessage: 'Kept' },
});
