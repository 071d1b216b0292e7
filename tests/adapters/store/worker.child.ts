import { writeSync } from 'node:fs';
import type { ArticleRecord } from '../../../electron/core/domain/records.ts';
import { openLibrary } from '../../../electron/adapters/store/open-library.ts';
import { articleRecord, contentMeta } from './records-fixture.ts';

/** Saves articles, up to so many that a small disk holds them, … */
const MOST = 600;

/** … and edits them one after the other until it is killed, and says each time what is durable: `{ id, title }`, a line each. */
const [root = ''] = process.argv.slice(2);
const { store, content } = await openLibrary(root, { tuning: { rotateBytes: 8_000, idleMs: 3, segmentsInMemory: 2 } });
const say = (id: string, title: string) => writeSync(1, `${JSON.stringify({ id, title })}\n`);

const ids: string[] = [];
for (let n = 0; ; n++) {
  const id = n < MOST ? await saved(n) : (ids[n % MOST] ?? '');
  for (let edit = 0; edit < 4; edit++) {
    // Never less than before, so that what was acknowledged later can be told.
    const next = `edited ${n % MOST}.${4 * Math.floor(n / MOST) + edit}`;
    await store.commit({ articles: new Map([[id, (now: ArticleRecord | null) => now && { ...now, title: next }]]) });
    say(id, next);
  }
}

async function saved(n: number): Promise<string> {
  const id = await store.allocateId();
  const image = await content.putImage(Buffer.from(`image ${n}`), 'png');
  const title = `saved ${n}`;
  const record = articleRecord(id, { title, images: [image.path], savedAt: new Date(Date.UTC(2024, 0, 1) + n * 1000).toISOString() });
  const files = await content.write(id, { articleHtml: `<p>${title}`, text: title, sourceGz: null, meta: contentMeta(record) });
  await store.commit({ articles: new Map([[id, () => ({ ...record, files })]]) });
  ids.push(id);
  say(id, title);
  return id;
}
