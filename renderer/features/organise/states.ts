/** Whether none, some or all of the articles have something. */
export type Mark = 'none' | 'some' | 'all';

/** The mark of each id over several articles. `lists` holds, for each article, the ids it has. */
export function marksOf(lists: readonly (readonly string[])[]): Map<string, Mark> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const id of new Set(list)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map([...counts].map(([id, count]) => [id, count === lists.length ? 'all' : 'some']));
}

/** What to add to and take from every article to get from one state to another. What is "some" in the end stays as it is. */
export function changesBetween(before: ReadonlyMap<string, Mark>, after: ReadonlyMap<string, Mark>): { add: string[]; remove: string[] } {
  const add: string[] = [];
  const remove: string[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id) ?? 'none', after.get(id) ?? 'none'];
    if (was === is) continue;
    if (is === 'all') add.push(id);
    else if (is === 'none') remove.push(id);
  }
  return { add, remove };
}
