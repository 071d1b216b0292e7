export { SettingsDialog } from './settings-dialog.tsx';
export { ShortcutSheet } from './shortcut-sheet.tsx';
