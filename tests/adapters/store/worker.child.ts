import { writeSync } from 'node:fs';
import type { ArticleRecord } from '../../../electron/core/domain/records.ts';
import { openLibrary } from '../../../electron/adapters/store/open-library.ts';
import { articleRecord, contentMeta } from './records-fixture.ts';

/** Saves and edits articles one after the other until it is killed, and says each time what is durable: `{ id, title }`, a line each. */
const [root = ''] = process.argv.slice(2);
const { store, content } = await openLibrary(root, { tuning: { rotateBytes: 8_000, idleMs: 3, segmentsInMemory: 2 } });
const say = (id: string, title: string) => writeSync(1, `${JSON.stringify({ id, title })}\n`);

for (let n = 0; ; n++) {
  const id = await store.allocateId();
  const image = await content.putImage(Buffer.from(`image ${n}`), 'png');
  const title = `saved ${n}`;
  const record = articleRecord(id, { title, images: [image.path], savedAt: new Date(Date.UTC(2024, 0, 1) + n * 1000).toISOString() });
  const files = await content.write(id, { articleHtml: `<p>${title}`, text: title, sourceGz: null, meta: contentMeta(record) });
  await store.commit({ articles: new Map([[id, () => ({ ...record, files })]]) });
  say(id, title);
  for (let edit = 0; edit < 4; edit++) {
    const next = `edited ${n}.${edit}`;
    await store.commit({ articles: new Map([[id, (now: ArticleRecord | null) => now && { ...now, title: next }]]) });
    say(id, next);
  }
}
