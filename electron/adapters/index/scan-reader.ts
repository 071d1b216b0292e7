import type { ArticleRow, QueryProblem, Sidebar, Snippet } from '../../contract/entities.ts';
import type { GroupBy, IndexReader, ListRequest } from '../../core/ports.ts';
import { dayOf, groupKey, runsOf } from '../../core/search/groups.ts';
import { bind } from '../../core/search/bind.ts';
import { positiveWords, wordsOnly } from '../../core/search/condition.ts';
import { withoutVariants } from '../../core/search/fts.ts';
import { corrections } from '../../core/search/corrections.ts';
import { meets, titleMeets } from '../../core/search/evaluate.ts';
import { spelledInTitle } from '../../core/search/exact.ts';
import { savedTime } from '../../core/search/facts.ts';
import { columnsHave } from '../../core/search/matching.ts';
import { namesOffered, type NamedBy } from '../../core/search/names-offered.ts';
import { compareIn, NEWEST_FIRST, orderOf, type Order, rowidAt } from '../../core/search/order.ts';
import { NameTable } from '../../core/search/query/names.ts';
import { parseQuery, type ParsedQuery } from '../../core/search/query/parse.ts';
import { suggestible } from '../../core/search/suggest.ts';
import type { IndexBatch } from './batch.ts';
import type { ReadText } from './read-text.ts';
import { Recent } from './recent.ts';
import { formLanguage } from '../../core/search/word-forms.ts';
import { ScanForms } from './forms.ts';
import { ColumnCache, ScanDocument } from './scan-document.ts';
import { sidebarOf, type Tally } from './sidebar.ts';
import { snippetsOf } from './snippets.ts';

type Window = ListRequest & { offset: number; limit: number };

/**
 * The same answers as the index without one: every question is asked of every document. Titles that have the words come first (those
 * with this very spelling before the others), then newest first.
 */
export class ScanReader implements IndexReader {
  private readonly readText: ReadText;
  private readonly now: () => number;
  private readonly cache: ColumnCache;
  private readonly byId = new Map<string, ScanDocument>();
  private readonly byRowid = new Map<number, ScanDocument>();
  /** Newest first; null after a change. */
  private ordered: readonly ScanDocument[] | null = null;
  private readonly forms = new ScanForms();
  private names = new NameTable({ tags: [], collections: [] });
  private version = 0;
  private readonly lists = new Recent<readonly ScanDocument[]>(6);
  private words: readonly string[] | null = null;

  constructor(readText: ReadText, now: () => number) {
    this.readText = readText;
    this.now = now;
    this.cache = new ColumnCache(readText);
  }

  /** Takes a batch over, as the index would. */
  apply({ upsert, remove, names }: IndexBatch): void {
    for (const id of remove) this.remove(id);
    const tags = new Map(this.names.tags.map((tag) => [tag.id, tag]));
    for (const document of upsert) {
      const { record, text } = document;
      const before = this.byId.get(record.id);
      const held = new ScanDocument(this.place(record.id, savedTime(record.savedAt)), document, this.cache, () => this.names);
      this.byId.set(record.id, held);
      this.byRowid.set(held.rowid, held);
      const { title, byline, source, lang } = record;
      const same =
        before?.row.title === title &&
        before.row.byline === byline &&
        before.row.source === source &&
        formLanguage(before.row.lang) === formLanguage(lang);
      if (text !== null) this.cache.put(record.id, record, text);
      else if (!same) this.cache.drop(record.id);
      if (text !== null || !same) this.forms.add(record, text ?? this.readText(record.id) ?? '');
      for (const tag of document.tags) tags.set(tag.id, { ...tags.get(tag.id), ...tag });
    }
    this.names = names ? new NameTable(names) : new NameTable({ ...this.names.named, tags: [...tags.values()] });
    this.version++;
    this.ordered = null;
    this.words = null;
  }

  list(request: Window): { total: number; rows: ArticleRow[]; problems: QueryProblem[]; didYouMean: string[] } {
    const { parsed, found } = this.find(request);
    const rows = found.slice(request.offset, request.offset + request.limit).map(({ row }) => this.names.renamed(row));
    return { total: found.length, rows, problems: [...parsed.problems], didYouMean: this.didYouMean(request.query, parsed, found.length) };
  }

  ids(request: Window): string[] {
    return this.find(request)
      .found.slice(request.offset, request.offset + request.limit)
      .map(({ row }) => row.id);
  }

  seekUnread(request: ListRequest & { from: number; step: 1 | -1 }): { index: number; id: string } | null {
    const { found } = this.find(request);
    const { from, step } = request;
    for (let index = step === 1 ? from + 1 : Math.min(from, found.length) - 1; index >= 0 && index < found.length; index += step) {
      const document = found[index];
      if (document && !document.facts.read) return { index, id: document.row.id };
    }
    return null;
  }

  indexOf(request: ListRequest & { id: string }): number | null {
    const index = this.find(request).found.findIndex(({ row }) => row.id === request.id);
    return index < 0 ? null : index;
  }

  groups(request: ListRequest & { by: GroupBy }): { key: string; count: number }[] {
    const { found, order } = this.find(request);
    const key = order === null ? null : groupKey(request.by, order);
    if (key === null) return [];
    return runsOf(found.map(({ facts, keys }) => (key === 'source' ? keys.source : dayOf(key === 'saved' ? facts.saved : keys.published))));
  }

  rows(ids: readonly string[]): ArticleRow[] {
    return ids.flatMap((id) => {
      const document = this.byId.get(id);
      return document ? [this.names.renamed(document.row)] : [];
    });
  }

  snippets(query: string, ids: readonly string[]): Record<string, Snippet> {
    const wanted = ids.flatMap((id) => {
      const document = this.byId.get(id);
      return document ? [{ id, lang: document.facts.lang }] : [];
    });
    return snippetsOf(query, wanted, this.forms, this.readText);
  }

  namesLike(by: NamedBy, typed: string): string[] {
    return namesOffered(
      this.newestFirst().map(({ row }) => row[by] ?? ''),
      typed,
    );
  }

  sidebar(): Sidebar {
    const counts = { all: 0, unread: 0, later: 0, starred: 0, archive: 0, incomplete: 0, trash: 0 };
    const tags = new Map<string, Tally>();
    const collections = new Map<string, Tally>();
    const above = this.ancestors();
    const feeds = new Map<string, Tally>();
    const aboveTag = this.tagAncestors();
    for (const { facts, tags: held, collections: own, feeds: from } of this.byId.values()) {
      if (facts.trashed) {
        counts.trash++;
        continue;
      }
      counts.all += Number(!facts.archived);
      counts.unread += Number(!facts.read && !facts.archived);
      counts.later += Number(facts.later);
      counts.starred += Number(facts.starred);
      counts.archive += Number(facts.archived);
      counts.incomplete += Number(facts.incomplete);
      for (const id of new Set(held.flatMap((one) => aboveTag.get(one) ?? [one]))) add(tags, id, !facts.read);
      for (const id of new Set(from)) add(feeds, id, !facts.read);
      for (const id of new Set(own.flatMap((one) => above.get(one) ?? [one]))) add(collections, id, !facts.read);
    }
    const smart = this.names.smart.map(({ id }) => {
      const { found } = this.find({ view: { kind: 'smart', id }, query: '', keep: [] });
      return [id, { count: found.length, unread: found.filter(({ facts }) => !facts.read).length }] as const;
    });
    return sidebarOf(counts, this.names, { tags, collections, feeds, smart: new Map(smart) });
  }

  close(): void {
    this.byId.clear();
    this.byRowid.clear();
    this.ordered = null;
  }

  private remove(id: string): void {
    const known = this.byId.get(id);
    if (!known) return;
    this.byId.delete(id);
    this.byRowid.delete(known.rowid);
    this.cache.drop(id);
  }

  /** The rowid the index would give: the one the article has, or the first free one at or after its saved-at. */
  private place(id: string, saved: number): number {
    const known = this.byId.get(id);
    if (known?.facts.saved === saved) return known.rowid;
    if (known) this.byRowid.delete(known.rowid);
    let rowid = rowidAt(saved);
    while (this.byRowid.has(rowid)) rowid++;
    return rowid;
  }

  private newestFirst(): readonly ScanDocument[] {
    this.ordered ??= [...this.byId.values()].sort((a, b) => b.rowid - a.rowid);
    return this.ordered;
  }

  private find({ view, query, keep, sort }: ListRequest): { parsed: ParsedQuery; found: readonly ScanDocument[]; order: Order | null } {
    const parsed = parseQuery(query, this.now());
    const { where, query: condition } = bind(view, parsed.root, this.names, this.now(), this.forms);
    const words = wordsOnly(condition);
    const { order, reversed } = orderOf(sort, view, words !== null);
    const found = this.lists.get(JSON.stringify([this.version, where, keep, sort, words !== null]), () => {
      const kept = new Set(keep);
      const met = this.newestFirst().filter((document) => meets(document, where, kept.has(document.row.id)));
      if (order) return order === NEWEST_FIRST ? met : met.sort(compareIn(order));
      if (words === null) return met;
      const titled = met.filter((document) => titleMeets(document.columns(), words, formLanguage(document.facts.lang)));
      const plain = withoutVariants(words);
      const asTyped = plain === words ? met : met.filter((document) => meets(document, plain, false));
      const titledAsTyped = titled.filter((document) => titleMeets(document.columns(), plain, null));
      const spelled = titled.filter(({ row }) => spelledInTitle(row.title, positiveWords(words)));
      const best = [...new Set([...spelled, ...titledAsTyped, ...titled, ...asTyped, ...met])];
      return reversed ? best.reverse() : best;
    });
    return { parsed, found, order };
  }

  private didYouMean(query: string, { root }: ParsedQuery, total: number): string[] {
    return corrections(query, root, total, {
      count: ({ forms, field }) => [...this.byId.values()].filter((document) => columnsHave(document.columns(), forms, field)).length,
      startingWith: (letter) => this.vocabulary().filter((word) => word.startsWith(letter)),
    });
  }

  private vocabulary(): readonly string[] {
    if (this.words) return this.words;
    const words = new Set<string>();
    for (const document of this.byId.values()) {
      for (const line of Object.values(document.columns())) for (const word of line.split(' ')) words.add(word);
    }
    this.words = [...words].filter(suggestible).sort();
    return this.words;
  }

  /** Each tag with itself and all tags above it. */
  private tagAncestors(): Map<string, string[]> {
    const above = new Map<string, string[]>();
    for (const { id } of this.names.tags) {
      for (const below of this.names.tagFamily(id)) above.set(below, [...(above.get(below) ?? []), id]);
    }
    return above;
  }

  /** Each collection with all collections above it. */
  private ancestors(): Map<string, string[]> {
    const above = new Map<string, string[]>();
    for (const { id } of this.names.collections) {
      for (const below of this.names.below(id)) {
        const known = above.get(below);
        if (known) known.push(id);
        else above.set(below, [id]);
      }
    }
    return above;
  }
}

function add(tallies: Map<string, Tally>, id: string, unread: boolean): void {
  const { count, unread: before } = tallies.get(id) ?? { count: 0, unread: 0 };
  tallies.set(id, { count: count + 1, unread: before + Number(unread) });
}
