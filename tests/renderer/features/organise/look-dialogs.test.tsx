import { act, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { MergeTagsDialog, SmartDialog, TagDialog, UnusedTagsDialog } from '../../../../renderer/features/organise/index.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { articleId, TAG } from '../../../helpers/fake-articles.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

const ui = useUiStore.getState;
beforeAll(() => stubBrowser());

describe('the smart collection dialog', () => {
  it('shows what the query finds, creates, and goes there', async () => {
    const { user, bridge } = renderWithBridge(<SmartDialog />);
    act(() => ui().openDialog({ kind: 'smart', id: null, query: 'a' }));
    await screen.findByText(/articles? fits? now/);
    await user.keyboard('Ports');
    await user.click(screen.getByRole('radio', { name: 'Teal' }));
    await user.click(screen.getByRole('radio', { name: 'Globe' }));
    await user.click(screen.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(bridge.sidebar().smart).toMatchObject([{ name: 'Ports', query: 'a', colour: 'teal', icon: 'globe' }]));
    expect(ui().view).toEqual({ kind: 'smart', id: bridge.sidebar().smart[0]?.id });
  });

  it('asks for what is missing', async () => {
    const { user } = renderWithBridge(<SmartDialog />);
    act(() => ui().openDialog({ kind: 'smart', id: null }));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    await screen.findByText('Give it a name.');
    await screen.findByText('Say what it should find.');
  });
});

describe('care of tags', () => {
  it('merges a tag into the one whose name it was given', async () => {
    const { user, bridge } = renderWithBridge(<MergeTagsDialog />);
    act(() => ui().openDialog({ kind: 'merge-tags', id: TAG.climate.id, name: TAG.longRead.name }));
    bridge.answer('tags.rename', () => ({ changed: 1, undo: 'Merge' }));
    await user.click(await screen.findByRole('button', { name: 'Merge' }));
    await waitFor(() =>
      expect(bridge.calls.at(-1)).toEqual({
        method: 'tags.rename',
        input: { id: TAG.climate.id, name: TAG.longRead.name, merge: true },
      }),
    );
  });

  it('lists unused tags and deletes them together', async () => {
    const { user, bridge } = renderWithBridge(<UnusedTagsDialog />);
    bridge.answer('tags.unused', () => ({ ids: [TAG.climate.id] }));
    bridge.answer('tags.deleteUnused', () => ({ changed: 1, undo: 'Delete unused tag' }));
    act(() => ui().openDialog({ kind: 'unused-tags' }));
    await screen.findByText('climate');
    await user.click(screen.getByRole('button', { name: 'Delete it' }));
    await waitFor(() => expect(ui().dialog).toBeNull());
  });

  it('offers tags with the reason, and takes the chosen one', async () => {
    const { user, bridge } = renderWithBridge(<TagDialog />);
    bridge.answer('tags.suggest', () => ({ tags: [{ name: 'harbour', exists: true, similar: 3, times: 0 }] }));
    bridge.answer('articles.tag', () => ({ changed: 1, undo: 'Add tag' }));
    act(() => ui().openDialog({ kind: 'tag', ids: [articleId(1)] }));
    await user.click(await screen.findByRole('button', { name: 'harbour 3 similar articles have it' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(bridge.calls.find(({ method }) => method === 'articles.tag')?.input).toEqual({
        ids: [articleId(1)],
        add: ['harbour'],
        remove: [],
      }),
    );
  });
});
