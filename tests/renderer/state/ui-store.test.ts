import { beforeEach, describe, expect, it } from 'vitest';
import { effectiveView, listOf } from '../../../renderer/state/list-of.ts';
import { INITIAL_UI, useUiStore } from '../../../renderer/state/ui-store.ts';

const ui = useUiStore.getState;

describe('the UI store', () => {
  beforeEach(() => useUiStore.setState(INITIAL_UI));

  it('forgets cursor, selection and kept rows when a view is left, and counts the visit', () => {
    ui().keepInList(['a']);
    ui().setCursor({ index: 2, id: 'a', fell: false });
    ui().setSelection({ ids: new Set(['a']), anchor: 2 });
    const before = ui().visit;
    ui().setView({ kind: 'unread' });
    expect(ui().keep.size + ui().selection.ids.size).toBe(0);
    expect(ui().cursor).toBeNull();
    expect(ui().visit).toBe(before + 1);
  });

  it('stays where it is when the same view is chosen again', () => {
    ui().setView({ kind: 'starred' });
    ui().keepInList(['a']);
    const { visit } = ui();
    ui().setView({ kind: 'starred' });
    expect(ui().visit).toBe(visit);
    expect(ui().keep.has('a')).toBe(true);
  });

  it('ends the search when a view is chosen', () => {
    ui().setQuery('storm');
    ui().setScope('everything');
    ui().setView({ kind: 'all' });
    expect([ui().query, ui().scope]).toEqual(['', 'view']);
  });

  it('leaves the view only for a query over everything', () => {
    expect(effectiveView({ view: { kind: 'later' }, query: '', scope: 'everything' })).toEqual({ kind: 'later' });
    expect(effectiveView({ view: { kind: 'later' }, query: 'x', scope: 'view' })).toEqual({ kind: 'later' });
    expect(listOf({ view: { kind: 'later' }, query: 'x', scope: 'everything', visit: 3 })).toEqual({
      view: { kind: 'everything' },
      query: 'x',
      visit: 3,
    });
  });

  it('gives the reader the keyboard when an article is opened to be read, not while the cursor passes', () => {
    ui().openArticle('a');
    expect([ui().pane, ui().focusRequest]).toEqual(['list', null]);
    ui().openArticle('a', { show: true });
    expect(ui().pane).toBe('reader');
    expect(ui().focusRequest?.pane).toBe('reader');
  });
});
