import type { MessageDescriptor } from 'react-intl';
import type { SettingsTab } from '../../../state/ui-store.ts';
import { text as about } from '../about/messages.ts';
import { text } from '../messages.ts';
import { text as places } from '../places-messages.ts';
import { text as shortcuts } from '../shortcuts/messages.ts';
import { text as health } from '../open-health.tsx';
import { text as watch } from '../watch-section.tsx';

/** A setting as it is found: its page, the words it has there, and what else it may be looked for by. */
export interface Setting {
  readonly tab: SettingsTab;
  /** As it stands on the page: what is marked there. */
  readonly label: MessageDescriptor;
  readonly also: readonly MessageDescriptor[];
}

const on = (tab: SettingsTab, label: MessageDescriptor, ...also: MessageDescriptor[]): Setting => ({ tab, label, also });

/** Everything that can be set or done in the settings, in the order of the pages. */
export const SETTINGS: readonly Setting[] = [
  on('appearance', text.language),
  on('appearance', text.theme, text.themeSystem, text.themeLight, text.themeSepia, text.themeDark, text.themeBlack),
  on('appearance', text.density, text.compact, text.comfortable, text.cards),
  on('reading', text.font, text.fontSerif, text.fontSans, text.fontMono, text.fontDyslexia, text.fontNote),
  on('reading', text.fontSize),
  on('reading', text.lineHeight),
  on('reading', text.measure),
  on('reading', text.justify),
  on('reading', text.markRead),
  on('reading', text.keepSearches),
  on('keys', shortcuts.preset, shortcuts.presetVim, shortcuts.presetGmail),
  on('keys', text.singleKeys, text.singleKeysNote),
  on('keys', text.showKeys),
  on('keys', shortcuts.find),
  on('limits', text.maxPage, text.limitsNote),
  on('limits', text.maxImage, text.limitsNote),
  on('limits', text.maxArticle, text.limitsNote),
  on('library', places.title, places.move),
  on('library', text.export, text.exportNote, text.exportLink),
  on('library', watch.title, watch.note, watch.folder),
  on('library', watch.move),
  on('library', text.import, text.importNote),
  on('library', health.title, health.note),
  on('about', about.versions, about.browser, about.format),
  on('about', about.log, about.logNote, about.save),
  on('about', about.logAddresses),
  on('about', about.licences),
];
