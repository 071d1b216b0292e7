import type { DomDocument } from './dom.ts';

/** How much speaks for a page being a thread of posts, 0 to 1. There the answers are the text; under an article they are comments. */
const TYPES = /"@type"\s*:\s*\[?\s*"(?:DiscussionForumPosting|QAPage|Question)"/;
const SOFTWARE =
  /phpbb|vbulletin|xenforo|discourse|mybb|invision|ips community|vanilla|flarum|smf|simple machines|nodebb|punbb|fluxbb|yabb/i;
const PATH = /forum|thread|topic|discussion|showthread|viewtopic|\/t\/|\/comments\/|\/questions?\/|board/i;

export function discussionOf(document: DomDocument, address: string): number {
  let signs = 0;
  if ([...document.querySelectorAll('script')].some((script) => TYPES.test(script.textContent))) signs++;
  if (document.querySelector('[itemtype*="DiscussionForumPosting"], [itemtype*="QAPage"], [itemtype*="schema.org/Question"]') !== null)
    signs++;
  if (SOFTWARE.test(document.querySelector('meta[name="generator" i]')?.getAttribute('content') ?? '')) signs++;
  if (
    SOFTWARE.test(
      `${document.documentElement.getAttribute('id') ?? ''} ${document.body.getAttribute('id') ?? ''} ${document.documentElement.getAttribute('class') ?? ''}`,
    )
  )
    signs++;
  if (PATH.test(address.replace(/^[a-z]+:\/\//i, ''))) signs++;
  return Math.min(1, signs / 2);
}
