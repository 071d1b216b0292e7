/** Options of the command line: each takes a value, may repeat, or is a switch. */
export type OptionKind = 'switch' | 'value' | 'values';
export type OptionTable = Readonly<Record<string, OptionKind>>;

export interface Arguments {
  readonly words: readonly string[];
  readonly switches: ReadonlySet<string>;
  /** Every value given for an option, in order. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** A wrong option or a missing argument: exit 2, with the usage. */
export class UsageError extends Error {}

/**
 * Reads arguments against a table of long options (`--limit 5` or `--limit=5`). What begins with a single dash is a word where
 * `dashWords` says so (`-politics` in a query, `-news` for a tag to remove) and an unknown option otherwise. After `--` all are words.
 * @throws UsageError
 */
export function readArguments(argv: readonly string[], options: OptionTable, dashWords: boolean): Arguments {
  const words: string[] = [];
  const switches = new Set<string>();
  const values: Record<string, string[]> = {};
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') {
      words.push(...argv.slice(at + 1));
      break;
    }
    if (word === '-h') switches.add('help');
    else if (!word.startsWith('--')) {
      if (word.length > 1 && word.startsWith('-') && !dashWords) throw new UsageError(`There is no option ${word}.`);
      words.push(word);
    } else {
      const equals = word.indexOf('=');
      const name = word.slice(2, equals < 0 ? undefined : equals);
      const kind = Object.hasOwn(options, name) ? options[name] : undefined;
      if (kind === undefined) throw new UsageError(`There is no option --${name}.`);
      if (kind === 'switch') {
        if (equals >= 0) throw new UsageError(`The option --${name} takes no value.`);
        switches.add(name);
        continue;
      }
      const value = equals < 0 ? argv[(at += 1)] : word.slice(equals + 1);
      if (value === undefined || value === '') throw new UsageError(`The option --${name} needs a value.`);
      if (kind === 'value' && values[name]) throw new UsageError(`The option --${name} can be given once only.`);
      (values[name] ??= []).push(value);
    }
  }
  return { words, switches, values };
}

/** A whole number of at least `least` given for an option, or its default. */
export function wholeNumber(args: Arguments, name: string, least: number, most: number, otherwise: number): number {
  const text = args.values[name]?.[0];
  if (text === undefined) return otherwise;
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(number >= least && number <= most)) throw new UsageError(`The option --${name} needs a whole number from ${least} to ${most}.`);
  return number;
}
