import { describe, expect, it } from 'vitest';
import { parseOpml } from '../../../electron/adapters/feeds/parse/parse-opml.ts';
import type { FeedRecord } from '../../../electron/core/domain/records.ts';
import { DEFAULT_FEED_SETTINGS } from '../../../electron/core/feeds/feed-store.ts';
import { feedsOfOutlines, opmlOf } from '../../../electron/core/feeds/opml.ts';

const outlined = (opml: string) => feedsOfOutlines(parseOpml(opml) ?? [], '');

describe('OPML', () => {
  it('keeps nested folders and what other programs wrote', () => {
    const feeds = outlined(`<?xml version="1.0"?><opml version="1.0"><body>
      <outline text="News"><outline title="Türkiye" text="x"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/f?x=1&amp;y=2" htmlUrl="https://a.example/" vendor:id="7" comment="two&#10;lines"/></outline></outline>
      <outline text="Alone" xmlurl="feed://b.example/rss"/></body></opml>`);
    expect(feeds).toEqual([
      {
        title: 'A & B',
        url: 'https://a.example/f?x=1&y=2',
        siteUrl: 'https://a.example/',
        folder: 'News / Türkiye',
        attributes: { 'vendor:id': '7', comment: 'two\nlines' },
      },
      { title: 'Alone', url: 'http://b.example/rss', siteUrl: null, folder: '', attributes: {} },
    ]);
  });

  it('comes back as it left', () => {
    const records = [
      {
        url: 'https://a.example/f?x=1&y=2',
        title: 'A <&> "B"',
        folder: 'News / Turkey',
        outline: { 'vendor:id': '7', comment: 'two\nlines' },
      },
      { url: 'https://b.example/', title: 'ب', folder: '', outline: {} },
      { url: 'https://c.example/', title: 'C', folder: 'News', outline: {} },
    ].map((feed, at): FeedRecord => ({
      id: `f00000000${at}`,
      siteUrl: 'https://x.example/',
      addedAt: '2024-01-01T00:00:00.000Z',
      icon: null,
      settings: DEFAULT_FEED_SETTINGS,
      ...feed,
    }));
    const back = outlined(opmlOf(records, 0));
    for (const { url, title, folder, outline } of records)
      expect(back).toContainEqual({ url, title, folder, siteUrl: 'https://x.example/', attributes: outline });
    expect(back).toHaveLength(3);
  });

  it('reads broken lists, deep ones, and says what is none', () => {
    expect(
      outlined('<opml><body><outline text="a" xmlUrl="https://a.example/"><outline text="b" xmlUrl="https://b.example/">').map(
        ({ title }) => title,
      ),
    ).toEqual(['a', 'b']);
    expect(outlined(`<opml><body>${'<outline text="x">'.repeat(5_000)}</body></opml>`)).toEqual([]);
    expect(parseOpml('<html><p>no</p></html>')).toBeNull();
  });
});
