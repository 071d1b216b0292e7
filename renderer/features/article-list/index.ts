export { ArticleList } from './article-list.tsx';
export { PurgeDialog } from './purge-dialog.tsx';
