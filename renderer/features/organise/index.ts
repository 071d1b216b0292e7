export { TagDialog } from './tag-dialog.tsx';
export { CollectDialog } from './collect-dialog.tsx';
export { EditDialog } from './edit-dialog.tsx';
export { LookDialog } from './look-dialog.tsx';
export { SmartDialog } from './smart-dialog.tsx';
export { MergeTagsDialog, UnusedTagsDialog } from './tag-care.tsx';
export { HistoryDialog } from './history-dialog.tsx';
