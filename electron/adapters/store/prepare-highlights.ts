import type { ArticleRecord, HighlightRecord, SegmentTables } from '../../core/domain/records.ts';
import type { HighlightChange, HighlightEdit } from '../../core/ports.ts';

type Highlights = SegmentTables['highlights'];

/** An article's highlights, in the order of its text. */
export function highlightsOf(tables: Pick<SegmentTables, 'highlights'>, articleId: string): HighlightRecord[] {
  return Object.values(tables.highlights)
    .filter((highlight) => highlight.articleId === articleId)
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}

/** Edits the highlights of articles in a draft of their table. Highlights of an article that is not there are none. */
export class HighlightDraft {
  readonly changes: HighlightChange[] = [];
  readonly records: Highlights;

  constructor(records: Highlights) {
    this.records = { ...records };
  }

  edit(articleId: string, exists: boolean, change: HighlightEdit): void {
    const before = highlightsOf({ highlights: this.records }, articleId);
    const after = exists ? change(before) : [];
    if (after === before) return;
    const wanted = new Map(after.map((highlight) => [highlight.id, highlight]));
    const strange = after.find((highlight) => highlight.articleId !== articleId);
    if (strange) throw new Error(`An edit of the highlights of ${articleId} returned one of ${strange.articleId}.`);
    for (const highlight of before) {
      if (wanted.has(highlight.id)) continue;
      Reflect.deleteProperty(this.records, highlight.id);
      this.changes.push({ id: highlight.id, articleId, before: highlight, after: null });
    }
    for (const [id, highlight] of wanted) {
      const old = this.records[id] ?? null;
      if (old === highlight) continue;
      if (old && old.articleId !== articleId) throw new Error(`${id} is a highlight of ${old.articleId}.`);
      this.records[id] = highlight;
      this.changes.push({ id, articleId, before: old, after: highlight });
    }
  }

  /** The article with its counts of highlights and notes; the same reference where they are right. */
  counted(article: ArticleRecord): ArticleRecord {
    const own = highlightsOf({ highlights: this.records }, article.id);
    const marks = { highlights: own.length, notes: own.filter(({ note }) => note !== null && note !== '').length };
    const { marks: old, ...rest } = article;
    if ((old?.highlights ?? 0) === marks.highlights && (old?.notes ?? 0) === marks.notes) return article;
    return marks.highlights === 0 ? rest : { ...rest, marks };
  }
}
