import { words } from '../../../i18n/words.ts';

export const text = words({
  preset: { id: 'shortcuts.preset', defaultMessage: 'Keys to start from' },
  presetOffprint: { id: 'shortcuts.presetOffprint', defaultMessage: 'Offprint' },
  presetVim: { id: 'shortcuts.presetVim', defaultMessage: 'Like Vim' },
  presetGmail: { id: 'shortcuts.presetGmail', defaultMessage: 'Like Gmail' },
  presetNote: { id: 'shortcuts.presetNote', defaultMessage: 'Keys that you changed yourself stay as you changed them.' },
  find: { id: 'shortcuts.find', defaultMessage: 'Find a command or a key' },
  none: { id: 'shortcuts.none', defaultMessage: 'No command and no key is called “{typed}”.' },
  found: { id: 'shortcuts.found', defaultMessage: '{count, plural, =0 {No command} one {# command} other {# commands}}' },
  noKey: { id: 'shortcuts.noKey', defaultMessage: 'No key' },
  add: { id: 'shortcuts.add', defaultMessage: 'Add a key for “{command}”' },
  takeAway: { id: 'shortcuts.takeAway', defaultMessage: 'Take {key} away from “{command}”' },
  putBack: { id: 'shortcuts.putBack', defaultMessage: 'Put back the keys of “{command}”' },
  press: { id: 'shortcuts.press', defaultMessage: 'Press the new key…' },
  pressFor: { id: 'shortcuts.pressFor', defaultMessage: 'New key for “{command}”: press it now. Escape leaves it as it is.' },
  given: { id: 'shortcuts.given', defaultMessage: '{key} now means “{command}”.' },
  taken: { id: 'shortcuts.taken', defaultMessage: '{key} no longer means “{command}”.' },
  isPutBack: { id: 'shortcuts.isPutBack', defaultMessage: '“{command}” has the keys of the preset again.' },
  already: { id: 'shortcuts.already', defaultMessage: '{key} already means “{command}”.' },
  owned: {
    id: 'shortcuts.owned',
    defaultMessage: '{key} means “{owner}” now. Give it to “{command}” instead?',
  },
  giveIt: { id: 'shortcuts.giveIt', defaultMessage: 'Give it to “{command}”' },
  keepIt: { id: 'shortcuts.keepIt', defaultMessage: 'Leave it' },
  reservedMoves: {
    id: 'shortcuts.reservedMoves',
    defaultMessage: '{key} moves between and inside controls everywhere, so it cannot be a shortcut. Press another key.',
  },
  reservedText: {
    id: 'shortcuts.reservedText',
    defaultMessage: '{key} cuts, copies or pastes text, so it cannot be a shortcut. Press another key.',
  },
  reservedSystem: {
    id: 'shortcuts.reservedSystem',
    defaultMessage: '{key} belongs to the system or to the menu, so it cannot be a shortcut. Press another key.',
  },
  tooMany: { id: 'shortcuts.tooMany', defaultMessage: 'A command can have up to {most} keys. Take one away first.' },
  conflicts: {
    id: 'shortcuts.conflicts',
    defaultMessage: '{count, plural, one {One key has} other {# keys have}} more than one meaning',
  },
  conflict: { id: 'shortcuts.conflict', defaultMessage: '{key} means {commands}. Only the first acts. Choose which one keeps it:' },
  putAllBack: { id: 'shortcuts.putAllBack', defaultMessage: 'Put all keys back' },
  putAllBackSure: {
    id: 'shortcuts.putAllBackSure',
    defaultMessage:
      'Put back the keys of {count, plural, one {the command} other {the # commands}} that you changed? This cannot be undone.',
  },
  putAllBackConfirm: { id: 'shortcuts.putAllBackConfirm', defaultMessage: 'Put back' },
  cancel: { id: 'shortcuts.cancel', defaultMessage: 'Cancel' },
});
