/** Where a command writes. Results go to stdout, everything a person should know to stderr. */
export interface Terminal {
  out(text: string): void;
  tell(sentence: string): void;
  /** Resolves when what was written has been handed to the system. */
  flush(): Promise<void>;
}

/** The process's own streams. A reader that goes away (`offprint list | head -1`) is no error: the work goes on in silence. */
export function processTerminal(): Terminal {
  const streams = [process.stdout, process.stderr] as const;
  const closed = new Set<NodeJS.WriteStream>();
  for (const stream of streams) stream.on('error', () => closed.add(stream));
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    if (!closed.has(stream)) stream.write(text);
  };
  return {
    out: (text) => write(process.stdout, text.endsWith('\n') ? text : `${text}\n`),
    tell: (sentence) => write(process.stderr, `${sentence}\n`),
    flush: async () => {
      for (const stream of streams) {
        if (!closed.has(stream)) await new Promise<void>((resolve) => stream.write('', () => resolve()));
      }
    },
  };
}
