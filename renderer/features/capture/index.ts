export { AddDialog } from './add-dialog.tsx';
export { useDropAndPaste } from './use-drop-and-paste.ts';
