import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site with feeds on this computer: what each path answers can be changed at any time. */
export interface FeedSite {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Requests so far, as `GET /path`, with the condition they carried. */
  readonly asked: { path: string; etag: string | null; since: string | null }[];
  /** Answers a path with this from now on. */
  on(path: string, answer: SiteAnswer | ((request: IncomingMessage, response: ServerResponse) => void)): void;
  /** A feed at a path with these stories, each with a page of its own. Answers 304 while nothing changes. */
  feed(path: string, stories: readonly Story[], more?: { title?: string; head?: string }): void;
  close(): Promise<void>;
}

export interface SiteAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Story {
  readonly name: string;
  readonly title?: string;
  /** HTML in the feed. */
  readonly html?: string;
  readonly guid?: string;
  readonly link?: string;
  /** ISO 8601. */
  readonly date?: string;
  /** False where the site has no page for it. */
  readonly page?: boolean;
}

const PARAGRAPH =
  'The harbour master wrote down every ship that came in before the ice, what it carried, and who had waited for it on the quay. ';

/** A page long enough to be an article. */
export function storyPage(title: string, paragraphs = 6): string {
  const body = Array.from({ length: paragraphs }, (_, at) => `<p>Paragraph ${at + 1} of ${title}. ${PARAGRAPH.repeat(2)}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
}

export function rssOf(origin: string, stories: readonly Story[], { title = 'Harbour News', head = '' } = {}): string {
  const items = stories.map((story) => {
    const link = story.link ?? `${origin}/stories/${story.name}`;
    const date = story.date === undefined ? '' : `<pubDate>${new Date(story.date).toUTCString()}</pubDate>`;
    return `<item><title>${story.title ?? `Story ${story.name}`}</title><link>${link}</link><guid isPermaLink="false">${story.guid ?? story.name}</guid>${date}<description><![CDATA[${story.html ?? `<p>A few words on ${story.name}.</p>`}]]></description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>${origin}/</link>${head}${items.join('\n')}</channel></rss>`;
}

export async function feedSite(): Promise<FeedSite> {
  const answers = new Map<string, SiteAnswer | ((request: IncomingMessage, response: ServerResponse) => void)>();
  const asked: FeedSite['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const header = (name: string): string | null => (request.headers[name] as string | undefined) ?? null;
    asked.push({ path, etag: header('if-none-match'), since: header('if-modified-since') });
    const answer = answers.get(path) ?? { status: 404, body: 'Nothing here.' };
    if (typeof answer === 'function') {
      answer(request, response);
      return;
    }
    const etag = answer.headers?.['etag'];
    if (etag !== undefined && header('if-none-match') === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'text/html; charset=utf-8', ...answer.headers });
    response.end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: FeedSite = {
    origin,
    asked,
    on: (path, answer) => void answers.set(path, answer),
    feed: (path, stories, more = {}) => {
      const body = rssOf(origin, stories, more);
      site.on(path, {
        type: 'application/rss+xml',
        headers: { etag: `"${body.length}-${stories.map(({ guid, name }) => guid ?? name).join('-')}"` },
        body,
      });
      for (const story of stories) {
        if (story.page !== false) site.on(`/stories/${story.name}`, { body: storyPage(story.title ?? `Story ${story.name}`) });
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}
