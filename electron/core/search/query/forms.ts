import { joinedForms } from '../joined.ts';
import { isPaired, isPicture, queryTokens } from '../tokens.ts';
import type { Form } from './ast.ts';

/** A prefix of fewer letters would match half the library. */
const SHORTEST_PREFIX = 3;

function form(tokens: readonly string[], open: boolean): Form {
  const last = tokens[tokens.length - 1] ?? '';
  const length = [...last].length;
  // One character of a paired script stands first in a pair or alone: the prefix finds both.
  const prefix = isPaired(last) ? length === 1 : open && length >= SHORTEST_PREFIX && !isPicture(last);
  return { tokens, prefix };
}

/**
 * How a word or phrase of a query may stand in a text: as its parts in a row, or (for a compound such as `e-mail`) joined to one word.
 * `open` = the person may still be typing it, so that it is a prefix. Empty for text without any letter or digit.
 */
export function formsOf(typed: string, open: boolean): Form[] {
  const tokens = queryTokens(typed);
  if (tokens.length === 0) return [];
  const forms = [form(tokens, open)];
  const [joined, ...more] = joinedForms(typed);
  if (joined !== undefined && more.length === 0 && tokens.length > 1 && !/\s/.test(typed.trim())) {
    forms.push(form([joined], open));
  }
  return forms;
}
