import type { AppInfo, VerifyReport } from '../../contract/entities.ts';
import type { SaveInput } from '../../contract/methods.ts';
import type { WatchPort } from '../watch/ports.ts';
import type { Capture, Recapture } from '../capture/types.ts';
import type { FeedSource } from '../feeds/feed-source.ts';
import type { Pace } from '../jobs/host-pace.ts';
import type { ScrubPace } from './scrubbing.ts';
import type { QueueStore } from '../jobs/queue-record.ts';
import type {
  Backups,
  CatalogueCache,
  Clock,
  ContentStore,
  DiskSizes,
  EventSink,
  FileCheck,
  IndexWriter,
  LibraryStore,
  RandomText,
} from '../ports.ts';
import type { UndoLog } from '../undo/log.ts';

/** Everything the writer service needs. It owns none of it except the order of things: the host that opened them closes them. */
export interface WriterDeps {
  readonly store: LibraryStore;
  readonly content: ContentStore;
  readonly index: IndexWriter;
  readonly backups: Backups;
  readonly capture: Capture;
  readonly recapture: Recapture;
  /** Feeds from the network. */
  readonly feeds: FeedSource;
  readonly clock: Clock;
  readonly random: RandomText;
  readonly emit: EventSink;
  readonly info: Pick<AppInfo, 'version' | 'host' | 'platform'>;
  readonly verify: (repair: boolean) => Promise<VerifyReport>;
  /** For the scrub in the background. */
  readonly fileCheck: FileCheck;
  readonly diskSizes: DiskSizes;
  readonly exportArchive: (path: string) => Promise<{ files: number; bytes: number }>;
  readonly toMarkdown: (html: string) => string | Promise<string>;
  /** Saves that were asked for and are not done. */
  readonly queue: QueueStore;
  /** True for a program that stays open: it goes on with what an earlier session left. A command does not. */
  readonly background: boolean;
  /** Another pace of saving; for tests. */
  readonly pace?: Partial<Pace>;
  /** Another pace of the scrub; for tests. */
  readonly scrubPace?: ScrubPace;
  /** Missing where folders cannot be watched. */
  readonly watch?: WatchPort;
  /** Keeps the catalogue over a restart; left out, it is read from the library each time. */
  readonly catalogueCache?: CatalogueCache;
  /** Keeps what can be undone over a restart; left out, it is forgotten. */
  readonly undoLog?: UndoLog;
  /** Sample articles to put into a library on the app's first start; null = none (command line). */
  readonly samples: readonly SaveInput[] | null;
}
