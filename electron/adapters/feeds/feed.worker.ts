import { parentPort } from 'node:worker_threads';
import type { FeedRequest, FeedResponse, FeedTask, FeedTasks } from './feed-protocol.ts';
import { itemArticle } from './parse/item-article.ts';
import { pageOffer } from './parse/page-offer.ts';
import { parseFeed } from './parse/parse-feed.ts';
import { parseOpml } from './parse/parse-opml.ts';

/** Entry of the disposable feed worker: it has no library, no network and no environment. */
const TASKS: { [T in FeedTask]: (input: FeedTasks[T]['input']) => FeedTasks[T]['output'] } = {
  parse: ({ bytes, address, contentType }) => parseFeed(bytes, address, contentType),
  article: itemArticle,
  offers: pageOffer,
  opml: ({ text }) => parseOpml(text),
};

parentPort?.on('message', (request: FeedRequest) => {
  let response: FeedResponse;
  try {
    const run = TASKS[request.task] as (input: unknown) => FeedTasks[FeedTask]['output'];
    response = { id: request.id, ok: true, output: run(request.input) };
  } catch (error) {
    response = { id: request.id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(response);
});
