import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReactNode } from 'react';
import { AddDialog } from '../../../../renderer/features/capture/add-dialog.tsx';
import { useDropAndPaste } from '../../../../renderer/features/capture/index.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { createFakeBridge, refusal } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge, type Rendered } from '../../../helpers/render-with-bridge.tsx';

beforeAll(() => stubBrowser());
const dialog = (): Rendered => renderWithBridge(<AddDialog />, { ui: { dialog: { kind: 'add' } } });
const started = ({ bridge }: Rendered): unknown => bridge.calls.find(({ method }) => method === 'capture.start')?.input;
const field = (): HTMLElement => screen.getByRole('textbox', { name: 'Link or text' });

describe('the Add dialog', () => {
  it('has the focus in its field, and saves a link with Enter', async () => {
    const rendered = dialog();
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await rendered.user.keyboard('example.org/story{Enter}');
    await waitFor(() => expect(useUiStore.getState().dialog).toBeNull());
    expect(started(rendered)).toEqual({ inputs: [{ kind: 'url', url: 'https://example.org/story' }], tags: [], collections: [] });
    expect(useUiStore.getState().announcement.text).toBe('Saving 1 article');
  });

  it('will not save what it cannot, and says why while one types', async () => {
    const { user } = dialog();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    await user.type(field(), 'ftp://example.org');
    expect(screen.getByText(/begin with http:\/\/ or https:\/\//)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  });

  it('completes tags and collections, makes new ones, and sends their names', async () => {
    const rendered = dialog();
    const { user } = rendered;
    await user.type(field(), 'https://example.org/');
    const tags = screen.getByRole('combobox', { name: 'Tags' });
    await user.type(tags, 'cli');
    await user.click(await screen.findByRole('option', { name: 'climate' }));
    await user.type(tags, 'brand new{Enter}');
    await user.type(tags, 'Climate{Enter}');
    await user.type(screen.getByRole('combobox', { name: 'Collections' }), 'news / turkey,left over');
    // What is typed when the focus leaves is not lost.
    await user.tab();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(started(rendered)).toBeTruthy());
    expect(started(rendered)).toMatchObject({ tags: ['climate', 'brand new'], collections: ['news / turkey', 'left over'] });
  });

  it('offers the article that is there for a known address', async () => {
    const rendered = dialog();
    await rendered.user.type(field(), 'https://news.example/1');
    await screen.findByText('This address is in your library already.');
    await rendered.user.click(screen.getByRole('button', { name: 'Open it' }));
    expect(useUiStore.getState()).toMatchObject({ dialog: null, activeId: '000000000001', pane: 'reader' });
    expect(started(rendered)).toBeUndefined();
  });

  it('stays open with what was typed when the core refuses', async () => {
    const bridge = createFakeBridge();
    bridge.answer('capture.start', () => {
      throw refusal('library-read-only', 'The library cannot be written right now. Free some space, then try again.');
    });
    const { user } = renderWithBridge(<AddDialog />, { bridge, ui: { dialog: { kind: 'add' } } });
    await user.type(field(), 'https://example.org/{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'The library cannot be written right now. Free some space, then try again.',
    );
    expect(field()).toHaveProperty('value', 'https://example.org/');
    await user.type(field(), '2');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('saves files, and says which it cannot read', async () => {
    const good = new File(['<p>ü</p>'], 'page.html', { type: 'text/html' });
    const bad = new File(['x'], 'photo.jpg', { type: 'image/jpeg' });
    const rendered = renderWithBridge(<AddDialog />, { ui: { dialog: { kind: 'add', files: [good, bad] } } });
    expect(screen.getByRole('alert').textContent).toContain('“photo.jpg” cannot be saved');
    await rendered.user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(started(rendered)).toMatchObject({ inputs: [{ kind: 'file', name: 'page.html', bytes: btoa('<p>Ã¼</p>') }] }),
    );
  });

  it('takes a pasted selection as a page with its plain text, and a plain paste into the field', async () => {
    const rendered = dialog();
    const words = 'The kiln was lit on Monday, and it will burn until the end of the week.';
    const paste = (values: Record<string, string>): void =>
      act(() => void fireEvent.paste(field(), { clipboardData: { getData: (type: string) => values[type] ?? '' } }));
    paste({ 'text/plain': words, 'text/html': `<span>${words}</span>` });
    expect(screen.queryByRole('list', { name: 'Files to save' })).toBeNull();
    paste({ 'text/plain': words, 'text/html': `<p>${words} <a href="https://a.example/">More</a></p>` });
    expect(screen.getByRole('list', { name: 'Files to save' }).textContent).toContain('Pasted page.html');
    await rendered.user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(started(rendered)).toMatchObject({
        inputs: [{ kind: 'html', html: `<p>${words} <a href="https://a.example/">More</a></p>`, text: words }],
      }),
    );
  });

  it('closes with Escape and saves nothing', async () => {
    const rendered = dialog();
    await rendered.user.type(field(), 'https://example.org/');
    await rendered.user.keyboard('{Escape}');
    expect(useUiStore.getState().dialog).toBeNull();
    expect(started(rendered)).toBeUndefined();
  });
});

describe('dropping and pasting', () => {
  function Window(): ReactNode {
    useDropAndPaste();
    return <input aria-label="A field" />;
  }
  const transfer = (values: Record<string, string>, files: File[] = []): object => ({
    types: [...Object.keys(values), ...(files.length > 0 ? ['Files'] : [])],
    files,
    getData: (type: string) => values[type] ?? '',
    dropEffect: 'none',
  });
  const drop = (dataTransfer: object): void => act(() => void fireEvent.drop(document.body, { dataTransfer }));
  const paste = (clipboardData: object, on: Element = document.body): void => act(() => void fireEvent.paste(on, { clipboardData }));
  const state = (): unknown => useUiStore.getState().dialog;

  it('opens the dialog with a dropped link or files, and never lets the browser leave for them', () => {
    renderWithBridge(<Window />);
    drop(transfer({ 'text/uri-list': 'https://a.example/' }));
    expect(state()).toEqual({ kind: 'add', text: 'https://a.example/' });
    const file = new File(['x'], 'a.txt');
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: transfer({}, [file]) });
    act(() => void document.body.dispatchEvent(event));
    expect(event.defaultPrevented).toBe(true);
    expect(state()).toEqual({ kind: 'add', files: [file] });
  });

  it('leaves the window’s own drags alone', () => {
    renderWithBridge(<Window />);
    drop(transfer({ 'application/x-offprint-articles': '[]', 'text/uri-list': 'https://a.example/' }));
    expect(state()).toBeNull();
  });

  it('takes a pasted link or a longer text, but nothing that is pasted into a field', () => {
    renderWithBridge(<Window />);
    paste(transfer({ 'text/plain': 'https://a.example/' }), screen.getByRole('textbox', { name: 'A field' }));
    expect(state()).toBeNull();
    paste(transfer({ 'text/plain': 'a word' }));
    expect(state()).toBeNull();
    paste(transfer({ 'text/plain': ' https://a.example/ ' }));
    expect(state()).toEqual({ kind: 'add', text: 'https://a.example/' });
    const words = 'Words enough to be a text that someone wants to keep.';
    paste(transfer({ 'text/plain': words }));
    expect(state()).toEqual({ kind: 'add', text: words });
    paste(transfer({ 'text/plain': words, 'text/html': `<p>${words}</p>` }));
    expect(state()).toMatchObject({ kind: 'add', files: [{ name: 'Pasted page.html' }] });
  });
});
