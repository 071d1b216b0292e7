import { writeSync } from 'node:fs';
import type { ArticleRecord } from '../../../electron/core/domain/records.ts';
import { FileBackups } from '../../../electron/adapters/store/backups.ts';
import { openLibrary } from '../../../electron/adapters/store/open-library.ts';
import { articleRecord, contentMeta, highlightOf, seeded } from './records-fixture.ts';

/**
 * Works on a library as fast as it can until it is killed: edits of one and of many articles, saves, purges, tags, highlights, backups, checkpoints, several
 * at once. Says what it is about to do (`S`) and what was acknowledged (`A`), each as one line of JSON, written before going on.
 */
const [root = '', seed = '1'] = process.argv.slice(2);
const random = seeded(Number(seed));
writeSync(1, 'O {}\n');
const opened = await openLibrary(root, { tuning: { rotateBytes: 20_000, idleMs: 5, segmentsInMemory: 2 } });
const { store, content } = opened;

const ids: string[] = [];
for await (const { articles } of store.scan()) ids.push(...articles.map(({ id }) => id));
const busy = new Set<string>();
let count = 0;

const say = (letter: 'S' | 'A', what: object) => writeSync(1, `${letter} ${JSON.stringify(what)}\n`);

async function told(what: object, work: () => Promise<unknown>): Promise<void> {
  say('S', what);
  await work();
  say('A', what);
}

function pick(most: number): string[] {
  const free = new Set<string>();
  for (let n = 0; n < most; n++) {
    const id = ids[random(Math.max(ids.length, 1))];
    if (id && !busy.has(id)) free.add(id);
  }
  for (const id of free) busy.add(id);
  return [...free];
}

async function edit(most: number, mark: string): Promise<void> {
  const chosen = pick(most);
  const change = (record: ArticleRecord | null) => record && { ...record, title: mark };
  await told({ kind: 'edit', mark, ids: chosen }, () => store.commit({ articles: new Map(chosen.map((id) => [id, change])) }));
  for (const id of chosen) busy.delete(id);
}

async function save(mark: string): Promise<void> {
  const id = await store.allocateId();
  const image = await content.putImage(Buffer.from(`image ${random(20)}`), 'png');
  const savedAt = new Date(Date.now() * 1000 + count).toISOString();
  const record = articleRecord(id, { title: mark, images: [image.path], savedAt });
  // Told before the folder is written: from then on opening may finish the save.
  await told({ kind: 'save', mark, ids: [id] }, async () => {
    const files = await content.write(id, {
      articleHtml: `<p>${mark}`,
      text: mark,
      sourceGz: Buffer.from(mark),
      meta: contentMeta(record),
    });
    await store.commit({ articles: new Map([[id, () => ({ ...record, files })]]) });
  });
  ids.push(id);
}

async function purge(mark: string): Promise<void> {
  if (ids.length < 100) return;
  const chosen = pick(1);
  const tombstones = chosen.map((id) => ({ id, purgedAt: new Date().toISOString() }));
  await told({ kind: 'purge', mark, ids: chosen }, () => store.commit({ tombstones }));
  for (const id of chosen) {
    ids.splice(ids.indexOf(id), 1);
    await content.removeContent(id);
  }
}

async function tag(mark: string): Promise<void> {
  const id = `t${mark
    .replaceAll(/[^0-9a-z]/g, '')
    .padStart(9, '0')
    .slice(-9)}`;
  await told({ kind: 'tag', mark, ids: [id] }, () => store.commit({ library: (draft) => void (draft.tags[id] = { id, name: mark }) }));
}

/** The mark is the highlight's note: each article has one highlight at most, with its newest mark. */
async function highlight(mark: string): Promise<void> {
  const chosen = pick(1);
  await told({ kind: 'highlight', mark, ids: chosen }, () =>
    store.commit({ highlights: new Map(chosen.map((id) => [id, () => [highlightOf(`h${id.slice(-9)}`, id, mark)]])) }),
  );
  for (const id of chosen) busy.delete(id);
}

/** A backup has no ids: what is acknowledged is the backup itself. */
async function backup(mark: string): Promise<void> {
  const { id } = await new FileBackups(store).make('by-hand');
  say('S', { kind: 'backup', mark, ids: [id] });
  say('A', { kind: 'backup', mark, ids: [id] });
}

async function work(): Promise<never> {
  for (;;) {
    const mark = `${seed}-${count++}`;
    const kind = random(20);
    if (kind < 3) await save(mark);
    else if (kind === 3) await purge(mark);
    else if (kind === 4) await tag(mark);
    else if (kind === 5) await store.checkpoint();
    else if (kind === 6) await highlight(mark);
    else if (kind === 7 && random(4) === 0) await backup(mark);
    else if (kind < 10) await edit(12, mark);
    else await edit(1, mark);
  }
}

await Promise.all([work(), work(), work(), work()]).catch((error: unknown) => {
  writeSync(1, `E ${JSON.stringify({ error: String(error) })}\n`);
  process.exitCode = 1;
});
