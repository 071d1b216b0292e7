import type { IntlShape } from 'react-intl';
import { text } from './messages.ts';
import type { Typed } from './read-input.ts';

/** What the field says about what is in it: what is wrong, or what will happen. Both null while it is empty. */
export function describe(intl: IntlShape, typed: Typed): { problem: string | null; note: string | null } {
  const note = (words: string): { problem: null; note: string } => ({ problem: null, note: words });
  switch (typed.kind) {
    case 'empty':
      return { problem: null, note: null };
    case 'not-a-link':
      return { problem: intl.formatMessage(typed.reason === 'scheme' ? text.badScheme : text.badShape), note: null };
    case 'links': {
      const count = typed.urls.length;
      if (typed.unusable.length > 0) {
        return note(
          intl.formatMessage(text.someUnusable, {
            count,
            unusable: typed.unusable.length,
            lines: intl.formatList(typed.unusable.slice(0, 5)),
          }),
        );
      }
      return note(intl.formatMessage(count === 1 ? text.oneLink : text.manyLinks, { count }));
    }
    case 'text':
      return note(typed.html ? intl.formatMessage(text.aPage) : intl.formatMessage(text.aText, { words: typed.words }));
  }
}
