import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleDetail, Receipt, ReceiptStep, Version } from '../../../../electron/contract/entities.ts';
import { ArticleVersions } from '../../../../renderer/features/reader/article-versions.tsx';
import { ReceiptActions } from '../../../../renderer/features/reader/receipt-actions.tsx';
import { ReceiptExplain } from '../../../../renderer/features/reader/receipt-explain.tsx';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { articleId } from '../../../helpers/fake-articles.ts';
import { createFakeBridge, refusal, type FakeBridge } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge, type Rendered } from '../../../helpers/render-with-bridge.tsx';

beforeAll(() => stubBrowser());
const ID = articleId(1);
const NOW = Date.parse('2025-11-21T08:00:00.000Z');

const RECEIPT: Receipt = {
  status: 'complete',
  capturedAt: '2025-11-20T08:00:00.000Z',
  from: 'https://news.example/1',
  redirects: [],
  httpStatus: 200,
  contentType: 'text/html',
  charset: 'utf-8',
  charsetFrom: 'http',
  extractor: 'readability',
  resources: [],
  truncation: [],
  steps: [],
  bytes: 1000,
  hashes: { 'article.html': 'a'.repeat(64), 'source.html.gz': 'b'.repeat(64) },
};
const version = (n: number, over: Partial<Version> = {}): Version => ({
  n,
  capturedAt: `2025-11-1${String(n)}T08:00:00.000Z`,
  replacedBy: 'again',
  title: `Title ${String(n)}`,
  wordCount: 100 * n,
  receipt: { status: 'complete', images: 0, imagesStored: 0, truncated: false, bytes: 1 },
  ...over,
});

function show(options: { receipt?: Partial<Receipt>; versions?: Version[]; bridge?: FakeBridge } = {}): Rendered & { bridge: FakeBridge } {
  const bridge = options.bridge ?? createFakeBridge();
  const row = bridge.row(ID);
  const fullReceipt = { ...RECEIPT, ...options.receipt };
  const article: ArticleDetail = {
    ...row,
    receipt: { ...row.receipt, status: fullReceipt.status },
    canonicalUrl: null,
    modifiedAt: null,
    edited: [],
    position: null,
    folder: 'content/0000/000000000001',
    fullReceipt,
  };
  bridge.answer('articles.versions', () => ({ versions: options.versions ?? [] }));
  return { ...renderWithBridge(<ReceiptActions article={article} now={NOW} />, { bridge }), bridge };
}
const names = () =>
  within(screen.getByRole('group', { name: 'This article' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
const renewals = (bridge: FakeBridge) => bridge.calls.filter(({ method }) => method === 'capture.renewNow').map(({ input }) => input);
const said = () => useUiStore.getState().toast?.message;

describe('what a receipt offers', () => {
  it.each<[string, Partial<Receipt>, string[]]>([
    ['a whole page', {}, ['Save again', 'Extract again']],
    ['a page with something missing', { status: 'partial' }, ['Try again', 'Save again', 'Extract again']],
    ['a page that was not kept', { hashes: {} }, ['Save again']],
    ['a file', { httpStatus: null }, ['Extract again']],
  ])('%s', (_, receipt, expected) => {
    show({ receipt });
    expect(names()).toEqual(expected);
  });

  it('offers the earlier versions where there are any', async () => {
    show({ versions: [version(1), version(2)] });
    expect(await screen.findByRole('button', { name: '2 earlier versions…' })).toBeTruthy();
  });

  it.each([
    ['Save again', 'again', true, 'The page had changed. The earlier version is kept.'],
    ['Save again', 'again', false, /^Nothing changed since /],
    ['Extract again', 'reextract', true, 'Extracted again. The earlier result is kept.'],
    ['Extract again', 'reextract', false, /^Extracted again: the text is the same as on /],
    ['Try again', 'complete', true, 'Everything the article refers to is stored now.'],
  ] as const)('%s (%s, changed: %s) says what came of it', async (name, what, changed, words) => {
    const bridge = createFakeBridge();
    bridge.call = ((call) => (method: string, input: unknown) => {
      // The answer's article is of no use here, so it is not made up.
      if (method !== 'capture.renewNow') return call(method as never, input as never);
      bridge.calls.push({ method, input });
      return Promise.resolve({ changed, incomplete: false });
    })(bridge.call) as FakeBridge['call'];
    const { user } = show({ bridge, receipt: { status: 'partial' } });
    await user.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(said()).toMatch(words));
    expect(renewals(bridge)).toEqual([{ id: ID, what }]);
  });

  it('says why it did not work, and lets it be tried once more', async () => {
    const bridge = createFakeBridge();
    bridge.answer('capture.renewNow', () => {
      throw refusal('connection-failed', 'There is no network. Try again when there is.');
    });
    const { user } = show({ bridge });
    await user.click(screen.getByRole('button', { name: 'Save again' }));
    await waitFor(() => expect(useUiStore.getState().toast).toMatchObject({ tone: 'error' }));
    expect(said()).toBe('There is no network. Try again when there is.');
    expect(screen.getByRole('button', { name: 'Save again' })).toHaveProperty('disabled', false);
  });
});

describe('earlier versions', () => {
  const TEXTS: Record<number, string> = { 1: 'The first words of all.', 2: 'The middle words of all.' };
  async function compare(now = 'The last words of all.'): Promise<ReturnType<typeof show> & { dialog: HTMLElement }> {
    const bridge = createFakeBridge();
    bridge.answer('articles.version', ({ n }) => ({ text: TEXTS[n] ?? '', receipt: RECEIPT }));
    bridge.answer('articles.text', () => ({ text: now }));
    const shown = show({ bridge, versions: [version(1), version(2, { replacedBy: 'reextract' })] });
    await shown.user.click(await screen.findByRole('button', { name: '2 earlier versions…' }));
    return { ...shown, dialog: await screen.findByRole('dialog', { name: 'Earlier versions' }) };
  }

  it('compares the newest first, word by word, marked by more than colour', async () => {
    const { dialog } = await compare();
    const marked = await waitFor(() => {
      const found = dialog.querySelector('del');
      if (!found) throw new Error('nothing compared yet');
      return found;
    });
    expect(marked.textContent).toBe('Removed: middle End of what was removed.');
    expect(dialog.querySelector('ins')?.textContent).toBe('Added: last End of what was added.');
    expect(within(dialog).getByText('1 passage added, 1 removed')).toBeTruthy();
    const radios = within(dialog).getAllByRole('radio');
    expect(radios.map((radio) => (radio as HTMLInputElement).checked)).toEqual([true, false]);
    expect(within(dialog).getByText('until it was extracted again')).toBeTruthy();
  });

  it('says when the words are the same', async () => {
    const { dialog } = await compare(TEXTS[2]);
    expect(await within(dialog).findByText('The words are the same.')).toBeTruthy();
    expect(dialog.querySelector('ins, del')).toBeNull();
  });

  it('puts the chosen one back, says so, and closes', async () => {
    const { dialog, bridge, user } = await compare();
    bridge.answer('articles.restoreVersion', () => ({}));
    await user.click(within(dialog).getAllByRole('radio')[1] as HTMLElement);
    await waitFor(() => expect(dialog.querySelector('del')?.textContent).toContain('first'));
    await user.click(within(dialog).getByRole('button', { name: 'Make this the article' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.calls.filter(({ method }) => method === 'articles.restoreVersion')).toEqual([
      { method: 'articles.restoreVersion', input: { id: ID, n: 1 } },
    ]);
    expect(said()).toBe('The earlier version is the article again. What it was before is kept.');
  });

  it('stays open and says why where that fails', async () => {
    const { dialog, bridge, user } = await compare();
    bridge.answer('articles.restoreVersion', () => {
      throw refusal('not-found', 'That version is no longer in the library.');
    });
    await user.click(within(dialog).getByRole('button', { name: 'Make this the article' }));
    await waitFor(() => expect(said()).toBe('That version is no longer in the library.'));
    expect(screen.getByRole('dialog', { name: 'Earlier versions' })).toBeTruthy();
  });
});

describe('how an article was extracted', () => {
  it('is told where somebody asks: what was left out and kept, and why', async () => {
    const step = (explain: ReceiptStep['explain']): ReceiptStep => ({ name: 'extract', ok: true, note: 'Found.', ms: 3, explain });
    const { user } = renderWithBridge(
      <ReceiptExplain
        steps={[
          step([
            { kept: false, text: 'Share this story', why: 'links only' },
            { kept: true, text: 'The ferry leaves', why: 'running text' },
          ]),
        ]}
      />,
    );
    expect(screen.queryByRole('list', { name: 'Left out' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'How was this extracted?' }));
    expect(within(screen.getByRole('list', { name: 'Left out' })).getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByRole('list', { name: 'Left out' }).textContent).toContain('Share this story links only');
    expect(screen.getByRole('list', { name: 'Kept' }).textContent).toContain('The ferry leaves running text');
  });

  it('is not offered where nothing was noted', () => {
    renderWithBridge(<ReceiptExplain steps={[{ name: 'fetch', ok: true, note: 'Fetched.', ms: 1 }]} />);
    expect(screen.queryByRole('button', { name: 'How was this extracted?' })).toBeNull();
  });
});

describe('the command for earlier versions', () => {
  it('opens them for any article, and says so where there is none', async () => {
    const bridge = createFakeBridge();
    bridge.answer('articles.versions', () => ({ versions: [] }));
    const { user } = renderWithBridge(<ArticleVersions />, { bridge, ui: { dialog: { kind: 'versions', id: ID } } });
    await screen.findByText(/^There is no earlier version of this article/);
    await user.keyboard('{Escape}');
    expect(useUiStore.getState().dialog).toBeNull();
    bridge.answer('articles.versions', () => ({ versions: [version(1)] }));
    bridge.answer('articles.version', () => ({ text: 'Earlier.', receipt: RECEIPT }));
    act(() => bridge.emit('content', { type: 'content', ids: [ID] }));
    act(() => useUiStore.getState().openDialog({ kind: 'versions', id: ID }));
    await screen.findByRole('radio', { name: /100 words/ });
  });
});
