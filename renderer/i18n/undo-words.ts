import type { IntlShape, MessageDescriptor } from 'react-intl';
import type { UndoWords } from '../../electron/contract/entities.ts';
import type { UndoWordsId } from '../../electron/contract/undo-words.table.ts';

/** What a change is called, as Undo and the history say it. */
const text: Readonly<Record<UndoWordsId, MessageDescriptor>> = {
  change: { id: 'undo.what.change', defaultMessage: 'Change {count, plural, one {# article} other {# articles}}' },
  markRead: { id: 'undo.what.markRead', defaultMessage: 'Mark {count, plural, one {# article} other {# articles}} read' },
  markUnread: { id: 'undo.what.markUnread', defaultMessage: 'Mark {count, plural, one {# article} other {# articles}} unread' },
  star: { id: 'undo.what.star', defaultMessage: 'Star {count, plural, one {# article} other {# articles}}' },
  unstar: { id: 'undo.what.unstar', defaultMessage: 'Unstar {count, plural, one {# article} other {# articles}}' },
  later: { id: 'undo.what.later', defaultMessage: 'Add {count, plural, one {# article} other {# articles}} to Later' },
  notLater: { id: 'undo.what.notLater', defaultMessage: 'Remove {count, plural, one {# article} other {# articles}} from Later' },
  archive: { id: 'undo.what.archive', defaultMessage: 'Archive {count, plural, one {# article} other {# articles}}' },
  unarchive: { id: 'undo.what.unarchive', defaultMessage: 'Unarchive {count, plural, one {# article} other {# articles}}' },
  trash: { id: 'undo.what.trash', defaultMessage: 'Move {count, plural, one {# article} other {# articles}} to Trash' },
  restore: { id: 'undo.what.restore', defaultMessage: 'Put {count, plural, one {# article} other {# articles}} back from Trash' },
  editDetails: { id: 'undo.what.editDetails', defaultMessage: 'Edit details of “{title}”' },
  addTag: { id: 'undo.what.addTag', defaultMessage: 'Add tag “{tag}” to {count, plural, one {# article} other {# articles}}' },
  removeTag: { id: 'undo.what.removeTag', defaultMessage: 'Remove tag “{tag}” from {count, plural, one {# article} other {# articles}}' },
  changeTags: { id: 'undo.what.changeTags', defaultMessage: 'Change tags of {count, plural, one {# article} other {# articles}}' },
  tagRename: { id: 'undo.what.tagRename', defaultMessage: 'Rename tag “{tag}” to “{name}”' },
  tagMerge: { id: 'undo.what.tagMerge', defaultMessage: 'Merge tag “{tag}” into “{into}”' },
  tagColour: { id: 'undo.what.tagColour', defaultMessage: 'Change colour of tag “{tag}”' },
  tagDelete: { id: 'undo.what.tagDelete', defaultMessage: 'Delete tag “{tag}”' },
  tagDeleteUnused: { id: 'undo.what.tagDeleteUnused', defaultMessage: 'Delete unused tag “{tag}”' },
  tagsDeleteUnused: {
    id: 'undo.what.tagsDeleteUnused',
    defaultMessage: 'Delete {count, plural, one {# unused tag} other {# unused tags}}',
  },
  collectionAdd: { id: 'undo.what.collectionAdd', defaultMessage: 'Add {count, plural, one {# article} other {# articles}} to “{name}”' },
  collectionRemove: {
    id: 'undo.what.collectionRemove',
    defaultMessage: 'Remove {count, plural, one {# article} other {# articles}} from “{name}”',
  },
  collectionsChange: {
    id: 'undo.what.collectionsChange',
    defaultMessage: 'Change collections of {count, plural, one {# article} other {# articles}}',
  },
  collectionCreate: { id: 'undo.what.collectionCreate', defaultMessage: 'Create collection “{name}”' },
  collectionRename: { id: 'undo.what.collectionRename', defaultMessage: 'Rename collection “{name}” to “{to}”' },
  collectionChange: { id: 'undo.what.collectionChange', defaultMessage: 'Change collection “{name}”' },
  collectionMove: { id: 'undo.what.collectionMove', defaultMessage: 'Move collection “{name}”' },
  collectionDelete: { id: 'undo.what.collectionDelete', defaultMessage: 'Delete collection “{name}”' },
  smartCreate: { id: 'undo.what.smartCreate', defaultMessage: 'Create smart collection “{name}”' },
  smartRename: { id: 'undo.what.smartRename', defaultMessage: 'Rename smart collection “{name}” to “{to}”' },
  smartChange: { id: 'undo.what.smartChange', defaultMessage: 'Change smart collection “{name}”' },
  smartMove: { id: 'undo.what.smartMove', defaultMessage: 'Move smart collection “{name}”' },
  smartDelete: { id: 'undo.what.smartDelete', defaultMessage: 'Delete smart collection “{name}”' },
  ruleCreate: { id: 'undo.what.ruleCreate', defaultMessage: 'Create rule “{name}”' },
  ruleOn: { id: 'undo.what.ruleOn', defaultMessage: 'Switch on rule “{name}”' },
  ruleOff: { id: 'undo.what.ruleOff', defaultMessage: 'Switch off rule “{name}”' },
  ruleChange: { id: 'undo.what.ruleChange', defaultMessage: 'Change rule “{name}”' },
  ruleMove: { id: 'undo.what.ruleMove', defaultMessage: 'Move rule “{name}”' },
  ruleDelete: { id: 'undo.what.ruleDelete', defaultMessage: 'Delete rule “{name}”' },
  ruleRun: { id: 'undo.what.ruleRun', defaultMessage: 'Run rule “{name}” on {count, plural, one {# article} other {# articles}}' },
  feedChange: { id: 'undo.what.feedChange', defaultMessage: 'Change feed “{name}”' },
  feedsChange: { id: 'undo.what.feedsChange', defaultMessage: 'Change {count, plural, one {# feed} other {# feeds}}' },
  feedFolderMove: { id: 'undo.what.feedFolderMove', defaultMessage: 'Move folder “{name}”' },
  feedRemove: { id: 'undo.what.feedRemove', defaultMessage: 'Unsubscribe from “{name}”' },
  feedsRemove: { id: 'undo.what.feedsRemove', defaultMessage: 'Unsubscribe from {count, plural, one {# feed} other {# feeds}}' },
  feedAdd: { id: 'undo.what.feedAdd', defaultMessage: 'Subscribe to “{name}”' },
  feedsImport: { id: 'undo.what.feedsImport', defaultMessage: 'Import {count, plural, one {# feed} other {# feeds}}' },
  highlight: { id: 'undo.what.highlight', defaultMessage: 'Highlight “{quote}”' },
  highlightChange: { id: 'undo.what.highlightChange', defaultMessage: 'Change highlight “{quote}”' },
  highlightNote: { id: 'undo.what.highlightNote', defaultMessage: 'Change note of “{quote}”' },
  highlightRemove: { id: 'undo.what.highlightRemove', defaultMessage: 'Remove highlight “{quote}”' },
  highlightsRemove: { id: 'undo.what.highlightsRemove', defaultMessage: 'Remove {count, plural, one {# highlight} other {# highlights}}' },
};

/** What a change is called in the language of the window; `label`, in English, where the core gave no words, or a newer one gave words unknown here. */
export function undoLabel(intl: IntlShape, words: UndoWords | null | undefined, label: string): string {
  return words && Object.hasOwn(text, words.id) ? intl.formatMessage(text[words.id], words.values) : label;
}
