import { words } from '../../i18n/words.ts';

export const text = words({
  title: { id: 'health.title', defaultMessage: 'Library health' },
  close: { id: 'health.close', defaultMessage: 'Close' },
  openArticle: { id: 'health.open', defaultMessage: 'Open' },
  openNamed: { id: 'health.openNamed', defaultMessage: 'Open {title}' },

  articles: { id: 'health.articles', defaultMessage: 'Articles' },
  articlesWhole: {
    id: 'health.articlesWhole',
    defaultMessage:
      '{count, plural, =0 {There is no article yet.} one {# article, and everything it refers to is stored.} other {# articles, and everything they refer to is stored.}}',
  },
  articlesIncomplete: {
    id: 'health.articlesIncomplete',
    defaultMessage:
      '{count, plural, one {# article} other {# articles}}. {incomplete, plural, one {# is} other {# are}} incomplete: some of what they refer to could not be fetched, or the text looks cut.',
  },
  showIncomplete: { id: 'health.showIncomplete', defaultMessage: 'Show them' },
  retryAll: { id: 'health.retryAll', defaultMessage: 'Try all of them again' },
  retrying: { id: 'health.retrying', defaultMessage: 'Fetching what is missing. The line at the foot of the window shows how it goes.' },

  outdated: {
    id: 'health.outdated',
    defaultMessage:
      '{count, plural, one {# article was extracted by an older version.} other {# articles were extracted by an older version.}} Their pages are kept, so they can be extracted again without the network. Highlights stay.',
  },
  reextractAll: { id: 'health.reextractAll', defaultMessage: '{count, plural, one {Extract it again} other {Extract them again}}' },
  reextracting: { id: 'health.reextracting', defaultMessage: 'Extracting again. The line at the foot of the window shows how it goes.' },

  duplicates: { id: 'health.duplicates', defaultMessage: 'Duplicates' },
  duplicatesNone: { id: 'health.duplicatesNone', defaultMessage: 'No article is there twice.' },
  duplicatesSome: {
    id: 'health.duplicatesSome',
    defaultMessage:
      '{count, plural, one {# article is there more than once.} other {# articles are there more than once.}} The one you have done most with is kept; the others go to Trash.',
  },
  duplicatesShown: { id: 'health.duplicatesShown', defaultMessage: 'The first {count} are shown.' },
  looking: { id: 'health.looking', defaultMessage: 'Looking…' },
  sameText: { id: 'health.sameText', defaultMessage: 'Same text' },
  sameAddress: { id: 'health.sameAddress', defaultMessage: 'Same address, other text' },
  savedOn: { id: 'health.savedOn', defaultMessage: '{source}, saved {when}, {words, plural, one {# word} other {# words}}' },
  keep: { id: 'health.keep', defaultMessage: 'Keep' },
  trashExtra: { id: 'health.trashExtra', defaultMessage: '{count, plural, one {Move the other to Trash} other {Move # others to Trash}}' },
  trashExtraOf: { id: 'health.trashExtraOf', defaultMessage: 'Move the others of “{title}” to Trash' },
  trashAll: { id: 'health.trashAll', defaultMessage: 'Move all {count} extra articles to Trash' },
  trashed: { id: 'health.trashed', defaultMessage: '{count, plural, one {# article} other {# articles}} moved to Trash.' },
  undo: { id: 'health.undo', defaultMessage: 'Undo' },

  damage: { id: 'health.damage', defaultMessage: 'Damaged files' },
  damageNever: {
    id: 'health.damageNever',
    defaultMessage: 'Not checked yet. While Offprint is open, it reads every file once a week, slowly, in the background.',
  },
  damageNone: { id: 'health.damageNone', defaultMessage: 'All files are as they were saved.' },
  damageSome: { id: 'health.damageSome', defaultMessage: '{count, plural, one {# file is} other {# files are}} missing or damaged.' },
  lastChecked: { id: 'health.lastChecked', defaultMessage: 'All were last checked on {when}.' },
  repaired: {
    id: 'health.repaired',
    defaultMessage:
      '{count, plural, =0 {Everything is in order now.} one {What could be repaired was. # problem is left: save its article again, or delete it.} other {What could be repaired was. # problems are left: save their articles again, or delete them.}}',
  },
  checkRunning: { id: 'health.checkRunning', defaultMessage: 'A check is under way in the background: {done} of {total} articles.' },
  checkNow: { id: 'health.checkNow', defaultMessage: 'Check now' },
  checking: { id: 'health.checking', defaultMessage: 'Checking every file…' },
  repair: { id: 'health.repair', defaultMessage: 'Repair what can be repaired' },
  checkRepair: { id: 'health.checkRepair', defaultMessage: 'Check everything and repair' },
  problems: { id: 'health.problems', defaultMessage: 'What could not be repaired' },
  saveAgain: { id: 'health.saveAgain', defaultMessage: 'Save again' },
  savingAgain: { id: 'health.savingAgain', defaultMessage: 'Saving again. Check once more when it is done.' },

  backups: { id: 'health.backups', defaultMessage: 'Backups' },
  backupsNote: {
    id: 'health.backupsNote',
    defaultMessage:
      'Details of articles, tags, collections, highlights and settings are copied every day: 7 days and 4 weeks are kept, each read back to be sure. Texts and images are not in them.',
  },
  backupsNone: {
    id: 'health.backupsNone',
    defaultMessage: 'There is no backup yet. The first is made by itself when Offprint has been open for a minute.',
  },
  backupFacts: { id: 'health.backupFacts', defaultMessage: '{reason} · {articles, plural, one {# article} other {# articles}} · {bytes}' },
  verified: { id: 'health.verified', defaultMessage: 'Verified' },
  daily: { id: 'health.reason.daily', defaultMessage: 'Daily' },
  'by-hand': { id: 'health.reason.byHand', defaultMessage: 'Made by you' },
  'before-migration': { id: 'health.reason.migration', defaultMessage: 'Before an update of the library' },
  'before-restore': { id: 'health.reason.restore', defaultMessage: 'Before a restore' },
  'before-import': { id: 'health.reason.import', defaultMessage: 'Before an import' },
  makeBackup: { id: 'health.makeBackup', defaultMessage: 'Make a backup now' },
  making: { id: 'health.making', defaultMessage: 'Making a backup…' },
  made: { id: 'health.made', defaultMessage: 'A backup was made and read back.' },
  restore: { id: 'health.restore', defaultMessage: 'Restore…' },
  restoreOf: { id: 'health.restoreOf', defaultMessage: 'Restore the backup of {when}' },
  restoreTitle: { id: 'health.restoreTitle', defaultMessage: 'Go back to {when}?' },
  restoreText: {
    id: 'health.restoreText',
    defaultMessage:
      'Tags, collections, stars, highlights, feeds and settings become what they were then, for {articles, plural, one {# article} other {# articles}}. Articles saved since stay. Articles deleted for good since do not come back.',
  },
  restoreFirst: {
    id: 'health.restoreFirst',
    defaultMessage: 'A backup of the present state is made first, so you can come back to it from this list.',
  },
  restoreConfirm: { id: 'health.restoreConfirm', defaultMessage: 'Back up and restore' },
  restoring: { id: 'health.restoring', defaultMessage: 'Restoring…' },
  restored: {
    id: 'health.restored',
    defaultMessage:
      'The library is as it was on {when}: {restored, plural, =0 {no article had changed} one {# article was put back} other {# articles were put back}}.{kept, plural, =0 {} one { # was left as it is, because its text was saved anew since.} other { # were left as they are, because their text was saved anew since.}}{gone, plural, =0 {} one { # had been deleted for good.} other { # had been deleted for good.}} The state before is the newest backup.',
  },

  disk: { id: 'health.disk', defaultMessage: 'Disk use' },
  diskNote: {
    id: 'health.diskNote',
    defaultMessage: 'Looks at the size of every file, and tells which feeds, collections and years take most.',
  },
  diskMeasure: { id: 'health.diskMeasure', defaultMessage: 'Measure disk use' },
  diskAgain: { id: 'health.diskAgain', defaultMessage: 'Measure again' },
  diskMeasuring: { id: 'health.diskMeasuring', defaultMessage: 'Measuring every file…' },
  diskTotal: {
    id: 'health.diskTotal',
    defaultMessage:
      '{total} for {articles, plural, one {# article} other {# articles}}: texts and kept pages {texts}, images {images}, documents {documents}, backups {backups}, search index {cache}.',
  },
  diskTrash: {
    id: 'health.diskTrash',
    defaultMessage: 'Emptying Trash ({articles, plural, one {# article} other {# articles}}) would free {frees}.',
  },
  diskBy: { id: 'health.diskBy', defaultMessage: 'Show by' },
  diskByFeed: { id: 'health.diskByFeed', defaultMessage: 'Feed' },
  diskByCollection: { id: 'health.diskByCollection', defaultMessage: 'Collection' },
  diskByYear: { id: 'health.diskByYear', defaultMessage: 'Year saved' },
  diskArticles: { id: 'health.diskArticles', defaultMessage: 'Articles' },
  diskSize: { id: 'health.diskSize', defaultMessage: 'Size' },
  diskFrees: { id: 'health.diskFrees', defaultMessage: 'Would free' },
  diskFreesNote: {
    id: 'health.diskFreesNote',
    defaultMessage:
      '“Would free” is what deleting these articles for good gives back. An image that other articles show too is counted in the size of each, but stays.',
  },
  diskNoFeed: { id: 'health.diskNoFeed', defaultMessage: 'From no feed you follow' },
  diskNoCollection: { id: 'health.diskNoCollection', defaultMessage: 'In no collection' },
  diskNumber: { id: 'health.diskNumber', defaultMessage: '{count, number}' },

  opening: { id: 'health.opening', defaultMessage: 'When the library was opened' },
  openingNone: { id: 'health.openingNone', defaultMessage: 'Nothing had to be recovered.' },
  openingSome: { id: 'health.openingSome', defaultMessage: 'This was put right:' },
  search: { id: 'health.search', defaultMessage: 'Search' },
  searchFts: { id: 'health.searchFts', defaultMessage: 'Search uses its index, which is kept in step by itself.' },
  searchBuilding: { id: 'health.searchBuilding', defaultMessage: 'The index of search is being made. What is not in it yet is not found.' },
  searchScan: {
    id: 'health.searchScan',
    defaultMessage:
      'This computer’s runtime has no search index, so Offprint reads through all articles: results are the same, but slower.',
  },
});
