import { FTS_COLUMNS } from '../../core/search/fts.ts';

/** Raise it whenever the tables or the normaliser change: an index with another number is thrown away and made again. */
export const SCHEMA_VERSION = 6;
/** "OFFP": a file that lacks it is not ours. */
export const APPLICATION_ID = 0x4f464650;

/**
 * `art` holds what filters and counts ask, narrow on purpose; `row` what a list shows, packed (see packed-row.ts). rowid = saved-at in
 * seconds, made unique, so that newest-first needs no sorting. Tags and collections are kept as ids and named from `tag` and `col`, so a rename touches one row.
 * `look` is one row: what the sidebar shows of them beyond names, and the smart collections (see looks.ts).
 * `title_key` to `opened` are what lists are sorted by (see core/search/order.ts); `tally` is what the sidebar counts (see tally.ts).
 * `term` is every word ever indexed, for "did you mean"; a word of a deleted article is found out when it is offered.
 * `form` is the words of each language by what their forms have in common (see core/search/word-forms.ts).
 */
export const SCHEMA = `
create table state (id integer primary key check (id = 1), seq integer not null, clean integer not null, boot integer not null);
insert into state values (1, 0, 1, 0);
create table art (
  rowid integer primary key, id text not null unique, saved integer not null,
  read integer not null, starred integer not null, later integer not null, archived integer not null, trashed integer not null,
  incomplete integer not null, image integer not null, highlighted integer not null, note integer not null,
  lang text not null, site text not null, published text not null,
  title_key text not null, source_key text not null, issued integer not null, words integer not null, progress real not null,
  opened integer not null, age integer generated always as (-rowid) virtual
);
create index art_flags on art (trashed, archived, read, later, starred, incomplete);
create table tally (kind text not null, id text not null, count integer not null, unread integer not null, primary key (kind, id)) without rowid;
create index art_title on art (title_key, age);
create index art_source on art (source_key, age);
create index art_issued on art (issued);
create index art_words on art (words);
create index art_progress on art (progress);
create index art_opened on art (opened);
create table row (rowid integer primary key, head text not null, json blob not null, stamp integer not null);
create table art_tag (tag text not null, rid integer not null, primary key (tag, rid)) without rowid;
create index art_tag_rid on art_tag (rid);
create table art_col (col text not null, rid integer not null, own integer not null, primary key (col, rid)) without rowid;
create index art_col_rid on art_col (rid);
create table art_feed (feed text not null, rid integer not null, primary key (feed, rid)) without rowid;
create index art_feed_rid on art_feed (rid);
create table tag (id text primary key, name text not null) without rowid;
create table col (id text primary key, name text not null, parent text, ord real not null) without rowid;
create table look (id integer primary key check (id = 1), json text not null);
create table term (word text primary key) without rowid;
create table form (language text not null, key text not null, word text not null, primary key (language, key, word)) without rowid;
create index form_word on form (word);
create virtual table fts using fts5(
  ${FTS_COLUMNS.join(', ')}, content='', contentless_delete=1, prefix=3,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
insert into fts (fts, rank) values ('automerge', 8);
pragma application_id = ${APPLICATION_ID};
pragma user_version = ${SCHEMA_VERSION};
`;
