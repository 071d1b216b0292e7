export { Sidebar } from './sidebar.tsx';
export { NewCollectionDialog } from './new-collection-dialog.tsx';
