import type { AppInfo, VerifyReport } from '../../contract/entities.ts';
import type { SaveInput } from '../../contract/methods.ts';
import type { Capture } from '../capture/types.ts';
import type { Clock, ContentStore, EventSink, IndexWriter, LibraryStore, RandomText } from '../ports.ts';

/** Everything the writer service needs. It owns none of it except the order of things: the host that opened them closes them. */
export interface WriterDeps {
  readonly store: LibraryStore;
  readonly content: ContentStore;
  readonly index: IndexWriter;
  readonly capture: Capture;
  readonly clock: Clock;
  readonly random: RandomText;
  readonly emit: EventSink;
  readonly info: Pick<AppInfo, 'version' | 'host' | 'platform'>;
  readonly verify: (repair: boolean) => Promise<VerifyReport>;
  readonly exportArchive: (path: string) => Promise<{ files: number; bytes: number }>;
  readonly toMarkdown: (html: string) => string | Promise<string>;
  /** Sample articles to put into a library on the app's first start; null = none (command line). */
  readonly samples: readonly SaveInput[] | null;
}
