import type { LibraryHost } from '../../electron/adapters/threads/library-host.ts';
import type { AppEvent } from '../../electron/contract/events.ts';
import { png } from '../helpers/images.ts';
import { startWebServer } from '../helpers/web-server.ts';
import { generateArticles } from './generate.ts';

/** Saves `count` pages with 3 images each from a server on this machine; articles a second, all durable and searchable. */
export async function measureSaving(host: LibraryHost, count: number): Promise<number> {
  const pages = [...generateArticles(count, 600, 99)].map((article, index) => pageOf(article.title, article.paragraphs, index));
  const site = await startWebServer();
  for (const [index, html] of pages.entries()) {
    site.on(`/page/${index}`, html);
    for (let k = 0; k < 3; k++)
      site.on(`/image/${index * 3 + k}.png`, { type: 'image/png', body: png(640, 400, [index % 256, index >> 8, k]) });
  }
  try {
    const finished = new Promise<Extract<AppEvent, { type: 'jobs' }>>((resolve) => {
      const stop = host.app.subscribe((event) => {
        // The list itself shows only a few hundred of many.
        if (event.type !== 'jobs' || event.totals.total < count || event.totals.waiting + event.totals.running > 0) return;
        stop();
        resolve(event);
      });
    });
    const started = performance.now();
    const result = await host.app.dispatch('capture.start', {
      inputs: pages.map((_, index) => ({ kind: 'url', url: site.url(`/page/${index}`) })),
    });
    if (!result.ok) throw new Error(result.error.message);
    const { jobs, totals } = await finished;
    const seconds = (performance.now() - started) / 1000;
    if (totals.done < count)
      throw new Error(`${count - totals.done} pages were not saved: ${jobs.find(({ error }) => error)?.error?.message}`);
    return count / seconds;
  } finally {
    await site.close();
  }
}

function pageOf(title: string, paragraphs: readonly string[], index: number): string {
  const images = [0, 1, 2].map((k) => `<figure><img src="/image/${index * 3 + k}.png" alt=""><figcaption>${k}</figcaption></figure>`);
  return `<!doctype html><html><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs
    .map((text, at) => `<p>${text}</p>${images[at] ?? ''}`)
    .join('')}</article><footer>Imprint</footer></body></html>`;
}
