/** A match in a text made of pieces: piece and offset (UTF-16) of its first character and of the one after its last. */
export interface Match {
  start: [piece: number, offset: number];
  end: [piece: number, offset: number];
}

const MOST = 5000;

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = { ı: 'i', İ: 'i', ə: 'e', Ə: 'e', ø: 'o', Ø: 'o', ł: 'l', Ł: 'l' };

function foldLetter(character: string): string {
  return (
    LETTERS[character] ??
    character
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
  );
}

/**
 * One character for one character, so that offsets stay true: no case, no accents, dotless ı as i, ə as e. What changes its length in
 * folding stays as it is.
 */
function fold(text: string): string {
  let folded = '';
  for (const character of text.replace(/\s/g, ' ')) {
    const plain = foldLetter(character);
    folded += plain.length === character.length ? plain : character;
  }
  return folded;
}

/** Every place of `query` in the pieces, in order, also across their borders; at most 5000. Pieces are the text of text nodes. */
export function findMatches(pieces: readonly string[], query: string): Match[] {
  const wanted = fold(query);
  if (wanted.trim() === '') return [];
  const starts: number[] = [];
  let whole = '';
  for (const piece of pieces) {
    starts.push(whole.length);
    whole += fold(piece);
  }
  const pieceOf = (offset: number, after: number): number => {
    let at = after;
    while (at + 1 < starts.length && (starts[at + 1] ?? Infinity) <= offset) at++;
    return at;
  };
  const matches: Match[] = [];
  let piece = 0;
  for (let at = whole.indexOf(wanted); at >= 0 && matches.length < MOST; at = whole.indexOf(wanted, at + wanted.length)) {
    piece = pieceOf(at, piece);
    const last = pieceOf(at + wanted.length - 1, piece);
    matches.push({ start: [piece, at - (starts[piece] ?? 0)], end: [last, at + wanted.length - (starts[last] ?? 0)] });
  }
  return matches;
}
