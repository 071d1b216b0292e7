import type { ExplainLine } from '../../../contract/entities.ts';
import type { LostTry } from '../extract-protocol.ts';

/** Why a page was kept as plain text: the sentence for the receipt, and what `--explain` adds for whoever mends the reader. */
const BECAUSE: Readonly<Record<LostTry['why'], string>> = {
  time: 'Taking it apart was stopped because it took too long, so only its plain text was kept.',
  ended: 'Taking it apart needed more memory than it may have, so only its plain text was kept.',
  failed: 'Taking it apart failed because of a fault in Offprint, so only its plain text was kept.',
};

/** `what` begins the sentence: `The page`. */
export function whyPlain(what: string, lost: LostTry | undefined): string {
  return lost === undefined
    ? `${what} is too complex to take apart, so only its plain text was kept.`
    : BECAUSE[lost.why].replace(' it ', ` ${what.charAt(0).toLowerCase()}${what.slice(1)} `);
}

export function explainLost(lost: LostTry | undefined): ExplainLine[] {
  return lost?.why === 'failed' ? [{ kept: false, text: lost.message.slice(0, 100), why: 'the fault that stopped the extraction' }] : [];
}
