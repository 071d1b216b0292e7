/** Why a piece of a page is in the article or not: one line of `offprint add --explain`. */
export interface ExplainLine {
  readonly step: 'extract' | 'clean-up';
  readonly kept: boolean;
  /** The beginning of the piece's text, at most 120 characters. */
  readonly text: string;
  readonly why: string;
}
