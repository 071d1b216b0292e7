export { TagDialog } from './tag-dialog.tsx';
export { CollectDialog } from './collect-dialog.tsx';
export { EditDialog } from './edit-dialog.tsx';
