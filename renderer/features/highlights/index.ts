export { HighlightsView } from './highlights-view.tsx';
