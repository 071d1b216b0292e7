/** Loaded when the first of them is opened. */
export { AddFeedDialog } from './add-feed-dialog.tsx';
export { FeedDialog } from './feed-dialog.tsx';
export { FeedsDialog } from './feeds-dialog.tsx';
export { OfflineDialog } from './offline-dialog.tsx';
export { RemoveFeedsDialog } from './remove-feeds-dialog.tsx';
