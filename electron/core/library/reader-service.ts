import type { ContentStore, IndexReader, Service } from '../ports.ts';
import { tryOut } from '../rules/try-out.ts';
import { bodyOf, languageOf } from './article-document.ts';
import type { Handlers, MethodsOn } from './context.ts';
import { asService } from './service.ts';
import { suggestTags } from './suggest-tags.ts';

/** Every method of the contract that only reads, over an open index. Needs no lock. */
export function createReaderService(deps: { index: IndexReader; content: Pick<ContentStore, 'readHtml' | 'readText'> }): Service {
  const { index, content } = deps;
  const handlers: Handlers<MethodsOn<'reader'>> = {
    'app.sidebar': async () => index.sidebar(),
    'articles.list': async (request) => {
      const started = performance.now();
      const answer = index.list(request);
      return { ...answer, tookMs: Math.round((performance.now() - started) * 10) / 10 };
    },
    'articles.ids': async (request) => ({ ids: index.ids(request) }),
    'articles.seekUnread': async (request) => ({ found: index.seekUnread(request) }),
    'articles.indexOf': async (request) => ({ index: index.indexOf(request) }),
    'articles.snippets': async ({ query, ids }) => ({ snippets: index.snippets(query, ids) }),
    'search.names': async ({ by, typed }) => ({ names: index.namesLike(by, typed) }),
    'articles.groups': async (request) => ({ groups: index.groups(request) }),
    'articles.rows': async ({ ids }) => ({ rows: index.rows(ids) }),
    'rules.tryOut': async (condition) => tryOut(condition, index),
    'tags.suggest': async ({ ids }) => ({ tags: await suggestTags(ids, { index, readText: (id) => content.readText(id) }) }),
    'articles.content': async ({ id }) => {
      const document = await content.readHtml(id);
      return { html: bodyOf(document, '/'), ...languageOf(document) };
    },
    'articles.text': async ({ id }) => ({ text: await content.readText(id) }),
  };
  return asService(handlers, async () => undefined);
}
