/** Plain text as paragraphs, and paragraphs as HTML. */

export interface Block {
  readonly kind: 'p' | 'h2' | 'li' | 'verse';
  readonly text: string;
}

const LIST_ITEM = /^[-*•·▪◦‣]\s+(?=\S)/u;
const HEADING = /^#{1,6}\s+(?=\S)/;
const SENTENCE_END = /[.!?…。！？؟:;"”’»)\]]$/u;

/** Lines wrapped by hand or by a mail program at one width: they belong together. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const body = lines.slice(0, -1);
  const longest = Math.max(...body.map((line) => line.length));
  const shortest = Math.min(...body.map((line) => line.length));
  if (longest > 110 || shortest < 40 || longest - shortest > 30) return false;
  return body.filter((line) => !SENTENCE_END.test(line)).length >= body.length / 2;
}

function blocksOf(group: readonly string[]): Block[] {
  if (isWrapped(group)) return [{ kind: 'p', text: group.join(' ') }];
  // Several short lines without full stops are a verse or an address: their line breaks mean something.
  const short =
    group.length > 1 &&
    group.every((line) => line.length < 60) &&
    group.filter((line) => SENTENCE_END.test(line)).length < group.length / 2;
  if (short && !group.some((line) => LIST_ITEM.test(line) || HEADING.test(line))) return [{ kind: 'verse', text: group.join('\n') }];
  return group.map((line): Block => {
    if (LIST_ITEM.test(line)) return { kind: 'li', text: line.replace(LIST_ITEM, '') };
    if (HEADING.test(line)) return { kind: 'h2', text: line.replace(HEADING, '').replace(/\s+#+$/, '') };
    return { kind: 'p', text: line };
  });
}

/** Blocks of a text: blank lines part paragraphs; without blank lines every line is one, unless the lines are wrapped. */
export function textBlocks(lines: readonly string[]): Block[] {
  const groups: string[][] = [[]];
  for (const raw of lines) {
    const line = raw
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/g, '')
      .replace(/[\t\u00a0 ]+/g, ' ')
      .trim();
    if (line === '') groups.push([]);
    else groups[groups.length - 1]?.push(line);
  }
  return groups.filter((group) => group.length > 0).flatMap(blocksOf);
}

/** Text safe inside HTML elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

export function blocksToHtml(blocks: readonly Block[]): string {
  const out: string[] = [];
  let items: string[] = [];
  const flush = (): void => {
    if (items.length > 0) out.push(`<ul>\n${items.join('\n')}\n</ul>`);
    items = [];
  };
  for (const block of blocks) {
    const html = escapeHtml(block.text);
    if (block.kind === 'li') {
      items.push(`<li>${html}</li>`);
      continue;
    }
    flush();
    if (block.kind === 'verse') out.push(`<p>${html.replace(/\n/g, '<br>')}</p>`);
    else out.push(`<${block.kind}>${html}</${block.kind}>`);
  }
  flush();
  return out.join('\n');
}

export function blocksToText(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join('\n');
}
