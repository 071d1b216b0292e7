import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backup, DuplicateGroup, LibraryHealth } from '../../../../electron/contract/entities.ts';
import { HealthDialog } from '../../../../renderer/features/health/health-dialog.tsx';
import { HealthMark } from '../../../../renderer/features/health/index.ts';
import { useSeen } from '../../../../renderer/features/health/seen.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { createFakeBridge, refusal, type FakeBridge } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

const open = { ui: { dialog: { kind: 'health' as const } } };
const backup: Backup = { id: '2024-06-01T10-00-00-000Z', at: '2024-06-01T10:00:00.000Z', reason: 'daily', articles: 12, bytes: 34_567 };

const part = (name: string) => within(screen.getByRole('region', { name }));
function callsOf(bridge: FakeBridge, method: string): unknown[] {
  return bridge.calls.filter((call) => call.method === method).map(({ input }) => input);
}
const fine: LibraryHealth = { lastScrubAt: backup.at, scrubbedArticles: 8, totalArticles: 8, damaged: [], missing: [], running: false };
function damaged(articleId: string): LibraryHealth {
  const message = 'A file of "Harbour" is not as it was saved. Save it again from https://news.example/harbour to replace it.';
  return { ...fine, damaged: [{ articleId, title: 'Harbour', message, path: 'content/aa/text.txt' }] };
}

beforeAll(() => stubBrowser());
beforeEach(() => useSeen.setState({ files: new Set() }));

describe('Library health', () => {
  it('tries all incomplete articles again', async () => {
    const { user, bridge } = renderWithBridge(<HealthDialog />, open);
    const incomplete = bridge.sidebar().counts.incomplete;
    expect(incomplete).toBeGreaterThan(0);
    bridge.answer('capture.renew', () => ({ jobs: [] }));
    await user.click(await screen.findByRole('button', { name: 'Try all of them again' }));
    await screen.findByText(/^Fetching what is missing/);
    expect(callsOf(bridge, 'capture.renew')).toEqual([{ ids: expect.any(Array) as string[], what: 'complete' }]);
    expect((callsOf(bridge, 'capture.renew')[0] as { ids: string[] }).ids).toHaveLength(incomplete);
    await user.click(screen.getByRole('button', { name: 'Show them' }));
    expect(useUiStore.getState()).toMatchObject({ dialog: null, view: { kind: 'incomplete' } });
  });

  it('offers to extract again what an older version extracted', async () => {
    const bridge = createFakeBridge();
    const ids = [...bridge.articles.keys()].slice(0, 2);
    bridge.answer('library.outdated', () => ({ ids }));
    bridge.answer('capture.renew', () => ({ jobs: [] }));
    const { user } = renderWithBridge(<HealthDialog />, { bridge, ...open });
    await screen.findByText(/^2 articles were extracted by an older version\./);
    await user.click(screen.getByRole('button', { name: 'Extract them again' }));
    await screen.findByText(/^Extracting again\./);
    expect(callsOf(bridge, 'capture.renew')).toEqual([{ ids, what: 'reextract' }]);
  });

  it('moves the extra articles to the trash and takes that back', async () => {
    const bridge = createFakeBridge();
    const [first, second] = [...bridge.articles.keys()];
    const { title, source, savedAt, wordCount } = bridge.row(first ?? '');
    const one = { title, source, savedAt, wordCount };
    bridge.answer('library.duplicates', () => {
      const groups: DuplicateGroup[] = [
        {
          same: 'text',
          articles: [
            { ...one, id: first ?? '', keep: true },
            { ...one, id: second ?? '', keep: false },
          ],
        },
      ];
      return bridge.row(second ?? '').trashed ? { groups: [], total: 0 } : { groups, total: 1 };
    });
    const { user } = renderWithBridge(<HealthDialog />, { bridge, ...open });
    await user.click(await screen.findByRole('button', { name: `Move the others of “${title}” to Trash` }));
    await screen.findByText('1 article moved to Trash.');
    expect(callsOf(bridge, 'articles.trash')).toEqual([{ ids: [second] }]);
    expect(bridge.row(first ?? '').trashed).toBe(false);
    await user.click(await part('Duplicates').findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(bridge.row(second ?? '').trashed).toBe(false));
  });

  it('asks before it restores, with Cancel as the answer that is ready, and says what came of it', async () => {
    const bridge = createFakeBridge();
    bridge.answer('backups.list', () => ({ backups: [backup] }));
    bridge.answer('backups.restore', () => ({ restored: 2, kept: 1, gone: 0, before: backup }));
    const { user } = renderWithBridge(<HealthDialog />, { bridge, ...open });
    await user.click(await screen.findByRole('button', { name: /^Restore the backup of/ }));
    const question = await screen.findByRole('alertdialog', { name: /^Go back to/ });
    expect(within(question).getByRole('button', { name: 'Cancel' })).toBe(document.activeElement);
    within(question).getByText(/A backup of the present state is made first/);
    await user.keyboard('{Enter}');
    expect(callsOf(bridge, 'backups.restore')).toEqual([]);
    await user.click(await screen.findByRole('button', { name: /^Restore the backup of/ }));
    await user.click(await screen.findByRole('button', { name: 'Back up and restore' }));
    await screen.findByText(/2 articles were put back\. 1 was left as it is/);
    expect(callsOf(bridge, 'backups.restore')).toEqual([{ id: backup.id }]);
  });

  it('makes a backup, and says why where it cannot', async () => {
    const { user, bridge } = renderWithBridge(<HealthDialog />, open);
    bridge.answer('backups.make', () => {
      throw refusal('disk-full', 'The disk is full. Make room and try again.');
    });
    await screen.findByText(/^There is no backup yet/);
    await user.click(screen.getByRole('button', { name: 'Make a backup now' }));
    await screen.findByText('The disk is full. Make room and try again.');
    bridge.answer('backups.make', () => ({ backup }));
    bridge.answer('backups.list', () => ({ backups: [backup] }));
    await user.click(screen.getByRole('button', { name: 'Make a backup now' }));
    await screen.findByText('A backup was made and read back.');
    await screen.findByText('Verified');
  });

  it('shows damaged files, saves their article again, and checks anew', async () => {
    const bridge = createFakeBridge();
    const id = [...bridge.articles.keys()][0] ?? '';
    bridge.answer('library.health', () => damaged(id));
    bridge.answer('capture.renew', () => ({ jobs: [] }));
    const { user } = renderWithBridge(<HealthDialog />, { bridge, ...open });
    await screen.findByText(/^1 file is missing or damaged/);
    await user.click(part('Damaged files').getByRole('button', { name: 'Save again' }));
    await screen.findByText(/^Saving again/);
    expect(callsOf(bridge, 'capture.renew')).toEqual([{ ids: [id], what: 'again' }]);
    bridge.answer('library.scrub', () => fine);
    await user.click(screen.getByRole('button', { name: 'Check now' }));
    await screen.findByText(/^All files are as they were saved/);
    expect(callsOf(bridge, 'library.scrub')).toEqual([{ all: true }]);
  });

  it('checks everything and repairs it, lists what is left, and leads to the article', async () => {
    const bridge = createFakeBridge();
    const id = [...bridge.articles.keys()][0] ?? '';
    bridge.answer('library.verify', () => ({
      ok: false,
      checked: { articles: 8, files: 24, images: 4, bytes: 1 },
      notes: ['The search index was made again.'],
      problems: [{ message: 'The text of “A page” is missing.', articleId: id, path: null }],
    }));
    const { user } = renderWithBridge(<HealthDialog />, { bridge, ...open });
    await user.click(await screen.findByRole('button', { name: 'Check everything and repair' }));
    await screen.findByText('The search index was made again.');
    expect(callsOf(bridge, 'library.verify')).toEqual([{ repair: true }]);
    const left = within(screen.getByRole('list', { name: 'What could not be repaired' }));
    left.getByText('The text of “A page” is missing.');
    await user.click(left.getByRole('button', { name: 'Open' }));
    expect(useUiStore.getState()).toMatchObject({ dialog: null, activeId: id });
  });

  it('measures disk use when asked, and shows it by feed, collection and year', async () => {
    const bridge = createFakeBridge();
    const group = { articles: 1200, bytes: 12_300_000, frees: 2_000_000 };
    const none = { id: null, name: '', articles: 3, bytes: 4_000, frees: 4_000 };
    bridge.answer('library.diskUse', () => ({
      at: '2024-06-01T10:00:00.000Z',
      articles: 1203,
      texts: 1_000_000,
      images: 11_000_000,
      backups: 0,
      cache: 0,
      documents: 0,
      trash: { articles: 2, frees: 5_000 },
      feeds: [{ id: 'f000000001', name: 'Harbour News', ...group }, none],
      collections: [{ id: 'c000000001', name: 'World / Turkey', ...group }, none],
      years: [{ id: '2024', name: '2024', ...group }],
    }));
    const { user } = renderWithBridge(<HealthDialog />, { bridge, ...open });
    await screen.findByRole('region', { name: 'Disk use' });
    expect(callsOf(bridge, 'library.diskUse')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Measure disk use' }));
    await screen.findByText(/^12 MB for 1,203 articles: texts and kept pages 1 MB, images 11 MB/);
    screen.getByText('Emptying Trash (2 articles) would free 5 kB.');
    const rows = () =>
      within(screen.getByRole('table', { name: 'Disk use' }))
        .getAllByRole('row')
        .map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent));
    expect(rows()).toEqual([
      ['Feed', 'Articles', 'Size', 'Would free'],
      ['Harbour News', '1,200', '12 MB', '2 MB'],
      ['From no feed you follow', '3', '4 kB', '4 kB'],
    ]);
    await user.click(screen.getByRole('radio', { name: 'Collection' }));
    expect(rows().map(([name]) => name)).toEqual(['Collection', 'World / Turkey', 'In no collection']);
    await user.click(screen.getByRole('radio', { name: 'Year saved' }));
    expect(rows()[1]).toEqual(['2024', '1,200', '12 MB', '2 MB']);
    bridge.answer('library.diskUse', () => {
      throw refusal('cancelled', 'It was cancelled before it was finished.');
    });
    await user.click(screen.getByRole('button', { name: 'Measure again' }));
    await screen.findByText('It was cancelled before it was finished.');
  });

  it('tells what opening recovered and how far a check in the background is', async () => {
    const bridge = createFakeBridge({ info: { notes: ['A save that was cut off was finished.'], search: 'scan' } });
    bridge.answer('library.health', () => ({ ...fine, lastScrubAt: null, scrubbedArticles: 3, totalArticles: 9, running: true }));
    renderWithBridge(<HealthDialog />, { bridge, ...open });
    await screen.findByText('A save that was cut off was finished.');
    await screen.findByText(/3 of 9 articles/);
    screen.getByText(/results are the same, but slower/);
  });
});

describe('the mark of Library health', () => {
  it('stands while files are damaged, follows a check that ends, and goes when the page was read', async () => {
    const bridge = createFakeBridge();
    const id = [...bridge.articles.keys()][0] ?? '';
    renderWithBridge(
      <>
        <HealthMark />
        <HealthDialog />
      </>,
      { bridge },
    );
    await waitFor(() => expect(callsOf(bridge, 'library.health')).toHaveLength(1));
    expect(screen.queryByText(/missing or damaged/)).toBeNull();
    bridge.answer('library.health', () => damaged(id));
    bridge.emit('health', { type: 'health' });
    await screen.findByText('1 file is missing or damaged');
    act(() => useUiStore.getState().openDialog({ kind: 'health' }));
    await screen.findByText(/^1 file is missing or damaged\./);
    act(() => useUiStore.getState().closeDialog());
    await waitFor(() => expect(screen.queryByText(/missing or damaged/)).toBeNull());
  });
});
