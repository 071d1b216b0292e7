import type { ReactNode } from 'react';
import { PurgeDialog } from '../features/article-list/index.ts';
import { AddDialog } from '../features/capture/index.ts';
import { AddFeedDialog, FeedDialog, FeedsDialog, OfflineDialog, RemoveFeedsDialog } from '../features/feeds/index.ts';
import { HealthDialog } from '../features/health/index.ts';
import {
  CollectDialog,
  EditDialog,
  HistoryDialog,
  LookDialog,
  MergeTagsDialog,
  SmartDialog,
  TagDialog,
  UnusedTagsDialog,
} from '../features/organise/index.ts';
import { Palette } from '../features/palette/index.ts';
import { RulesDialog, WhyDialog } from '../features/rules/index.ts';
import { SettingsDialog, ShortcutSheet } from '../features/settings/index.ts';
import { NewCollectionDialog } from '../features/sidebar/index.ts';

/** Every dialog of the window. Each looks for its own kind in the UI store, and shows nothing otherwise. */
export function Dialogs(): ReactNode {
  return (
    <>
      <AddDialog />
      <TagDialog />
      <CollectDialog />
      <EditDialog />
      <LookDialog />
      <HistoryDialog />
      <RulesDialog />
      <WhyDialog />
      <Palette />
      <SmartDialog />
      <MergeTagsDialog />
      <UnusedTagsDialog />
      <AddFeedDialog />
      <FeedDialog />
      <FeedsDialog />
      <OfflineDialog />
      <RemoveFeedsDialog />
      <NewCollectionDialog />
      <PurgeDialog />
      <SettingsDialog />
      <HealthDialog />
      <ShortcutSheet />
    </>
  );
}
