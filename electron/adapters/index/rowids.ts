/** Rowids newest first (the greatest first), each once: what lists of articles are compared in, because two of them meet in one pass. */
export type Rowids = readonly number[];

export function both(a: Rowids, b: Rowids): number[] {
  const found: number[] = [];
  walk(a, b, (rowid, inA, inB) => {
    if (inA && inB) found.push(rowid);
  });
  return found;
}

export function either(a: Rowids, b: Rowids): number[] {
  const found: number[] = [];
  walk(a, b, (rowid) => found.push(rowid));
  return found;
}

export function without(a: Rowids, b: Rowids): Rowids {
  if (b.length === 0) return a;
  const found: number[] = [];
  walk(a, b, (rowid, inA, inB) => {
    if (inA && !inB) found.push(rowid);
  });
  return found;
}

/** Calls back with the places in `a` of those that are in `b` too. */
export function eachIn(a: Rowids, b: Rowids, mark: (place: number) => void): void {
  let j = 0;
  for (let i = 0; i < a.length && j < b.length; i++) {
    const rowid = a[i] ?? 0;
    while (j < b.length && (b[j] ?? 0) > rowid) j++;
    if (b[j] === rowid) mark(i);
  }
}

function walk(a: Rowids, b: Rowids, visit: (rowid: number, inA: boolean, inB: boolean) => void): void {
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = a[i] ?? -Infinity;
    const y = b[j] ?? -Infinity;
    visit(x >= y ? x : y, x >= y, y >= x);
    if (x >= y) i++;
    if (y >= x) j++;
  }
}
