/** Where the history outlives the program: lines of text, added one by one. Losing some loses nothing but the way back. */
export interface UndoLog {
  /** Whole lines, oldest first; a line that was cut off by a crash is left out. */
  load(): Promise<readonly string[]>;
  append(line: string): Promise<void>;
  /** Puts these lines in the place of all there are, at once. */
  replace(lines: readonly string[]): Promise<void>;
}
