export { ArticleList } from './article-list.tsx';
