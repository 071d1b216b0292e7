/** What watching a folder needs from the outside. */

export interface FolderEvents {
  /** A file that is whole: nobody has written to it for a moment. Told once for each state of a file. */
  readonly onReady: (path: string) => void;
  /** The folder cannot be watched (a sentence that says why), or can again (null). */
  readonly onProblem: (problem: string | null) => void;
}

export interface OpenFolder {
  /** Looks again at everything, also at files that were told already. */
  rescan(): void;
  close(): Promise<void>;
}

export interface WatchPort {
  open(folder: string, events: FolderEvents): OpenFolder;
  /** What identifies a file's contents, and the links it holds where it is nothing but a list of links. Rejects with an AppError. */
  read(path: string): Promise<{ readonly sha256: string; readonly links: readonly string[] | null }>;
  /** Moves a file, and the folder of its images with it, into `Saved` beside it. Answers with its new path. Rejects with an AppError. */
  moveToSaved(path: string): Promise<string>;
}
