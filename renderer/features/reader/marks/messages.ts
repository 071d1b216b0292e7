import type { HighlightColour } from '../../../../electron/contract/entities.ts';
import { words } from '../../../i18n/words.ts';

/** The four colours, in the order of their keys. */
export const COLOURS: readonly HighlightColour[] = ['yellow', 'green', 'blue', 'pink'];

/** Words of highlights and notes. */
export const text = words({
  toolbar: { id: 'marks.toolbar', defaultMessage: 'Selected text' },
  yellow: { id: 'marks.yellow', defaultMessage: 'Yellow' },
  green: { id: 'marks.green', defaultMessage: 'Green' },
  blue: { id: 'marks.blue', defaultMessage: 'Blue' },
  pink: { id: 'marks.pink', defaultMessage: 'Pink' },
  highlightIn: {
    id: 'marks.highlightIn',
    defaultMessage: 'Highlight in {color, select, yellow {yellow} green {green} blue {blue} other {pink}}',
  },
  withNote: { id: 'marks.withNote', defaultMessage: 'Highlight and write a note' },
  copy: { id: 'marks.copy', defaultMessage: 'Copy with source' },
  copied: { id: 'marks.copied', defaultMessage: 'Copied with its source' },
  copyFailed: { id: 'marks.copyFailed', defaultMessage: 'The clipboard could not be used. Select the text and copy it yourself.' },
  lookUp: { id: 'marks.lookUp', defaultMessage: 'Search the library for this' },
  aloud: { id: 'marks.aloud', defaultMessage: 'Read aloud from here' },
  begins: {
    id: 'marks.begins',
    defaultMessage:
      '{color, select, yellow {Yellow} green {Green} blue {Blue} other {Pink}} highlight{noted, select, true { with a note} other {}}:',
  },
  ends: { id: 'marks.ends', defaultMessage: 'End of highlight.' },
  open: {
    id: 'marks.open',
    defaultMessage:
      '{color, select, yellow {Yellow} green {Green} blue {Blue} other {Pink}} highlight: {quote}{note, select, none {} other {. Note: {note}}}',
  },
  added: {
    id: 'marks.added',
    defaultMessage: 'Highlighted in {color, select, yellow {yellow} green {green} blue {blue} other {pink}}: {quote}',
  },
  removed: { id: 'marks.removed', defaultMessage: 'Highlight removed' },
  none: { id: 'marks.none', defaultMessage: 'There is no text to highlight here.' },
  choosing: {
    id: 'marks.choosing',
    defaultMessage: '{quote} — H highlights it, arrows move by sentence, Shift and arrows extend, Escape leaves.',
  },
  chosen: { id: 'marks.chosen', defaultMessage: '{quote}' },
  one: { id: 'marks.one', defaultMessage: 'Highlight' },
  colour: { id: 'marks.colour', defaultMessage: 'Colour' },
  note: { id: 'marks.note', defaultMessage: 'Note' },
  tags: { id: 'marks.tags', defaultMessage: 'Tags' },
  remove: { id: 'marks.remove', defaultMessage: 'Remove' },
  done: { id: 'marks.done', defaultMessage: 'Done' },
  panel: { id: 'marks.panel', defaultMessage: '{count, plural, =0 {Highlights} one {# highlight} other {# highlights}}' },
  panelTitle: { id: 'marks.panelTitle', defaultMessage: 'Highlights of this article' },
  panelEmpty: {
    id: 'marks.panelEmpty',
    defaultMessage: 'None yet. Select some words, or press H to choose a sentence.',
  },
  orphans: { id: 'marks.orphans', defaultMessage: 'Words that are no longer in this article' },
  goTo: { id: 'marks.goTo', defaultMessage: 'Go to: {quote}' },
  edit: { id: 'marks.edit', defaultMessage: 'Edit: {quote}' },
  copyAll: { id: 'marks.copyAll', defaultMessage: 'Copy as Markdown' },
  saveAll: { id: 'marks.saveAll', defaultMessage: 'Save as Markdown…' },
  copiedAll: { id: 'marks.copiedAll', defaultMessage: 'Copied {count, plural, one {# highlight} other {# highlights}} as Markdown' },
});
