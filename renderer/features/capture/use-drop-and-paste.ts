import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useUiStore } from '../../state/ui-store.ts';
import { createListeners } from '../../ui/listeners.ts';
import { pastedSelection } from './came-with.ts';
import { droppedFiles } from './dropped.ts';
import { text } from './messages.ts';
import { readTyped } from './read-input.ts';

const TEXT_FIELD = 'input, textarea, select, [contenteditable]';
/** Pasted by accident more often than meant: shorter texts that are no link open nothing. Characters. */
export const SHORTEST_TEXT = 40;

/** Links of a drag: `text/uri-list` holds one a line, and comments that begin with `#`. */
export function linksOf(data: Pick<DataTransfer, 'getData'>): string {
  const list = data
    .getData('text/uri-list')
    .split(/\r?\n/)
    .filter((line) => /^https?:/i.test(line.trim()));
  return list.length > 0 ? list.join('\n') : data.getData('text/plain').trim();
}

/** What is dragged in from outside; the window's own drags carry a type of their own. */
function fromOutside(data: DataTransfer | null): data is DataTransfer {
  if (!data) return false;
  const types = [...data.types];
  return (
    !types.some((type) => type.startsWith('application/x-offprint')) && types.some((type) => type === 'Files' || type === 'text/uri-list')
  );
}

function inField(event: Event): boolean {
  const target = event.target as Element | null;
  return typeof target?.closest === 'function' && target.closest(TEXT_FIELD) !== null;
}

/** Files and links dropped on the window, and links or texts pasted outside a field, open the Add dialog with them in it. */
export function useDropAndPaste(): void {
  const intl = useIntl();
  useEffect(() => {
    const { on, stop } = createListeners();
    const root = document.documentElement;
    const { openDialog } = useUiStore.getState();
    const show = (on: boolean): void => {
      if (on) root.dataset['dropping'] = '';
      else delete root.dataset['dropping'];
    };

    on<DragEvent>(window, 'dragover', (event) => {
      if (!fromOutside(event.dataTransfer) || inField(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      show(true);
    });
    on<DragEvent>(window, 'dragleave', (event) => {
      if (event.relatedTarget === null) show(false);
    });
    on<DragEvent>(window, 'drop', (event) => {
      show(false);
      if (!fromOutside(event.dataTransfer) || inField(event)) return;
      // Never the browser's own answer, which is to leave for what was dropped.
      event.preventDefault();
      const files = [...event.dataTransfer.files];
      const links = linksOf(event.dataTransfer);
      // Only while the drop is handled can a folder be told from a file.
      const entries = [...(event.dataTransfer.items ?? [])].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry != null);
      if (entries.some((entry) => entry.isDirectory)) {
        void droppedFiles(entries)
          // A folder that went away while it was read: the dialog says what it can do with what is left.
          .catch(() => files)
          .then((found) => openDialog({ kind: 'add', files: found }));
      } else if (files.length > 0 && files.every(({ name }) => /\.opml$/i.test(name))) openDialog({ kind: 'feeds', files });
      else if (files.length > 0) openDialog({ kind: 'add', files });
      else if (links !== '') openDialog({ kind: 'add', text: links });
    });
    on<ClipboardEvent>(window, 'paste', (event) => {
      const data = event.clipboardData;
      if (!data || inField(event)) return;
      const files = [...data.files];
      const plain = data.getData('text/plain').trim();
      const html = data.getData('text/html');
      const typed = readTyped(plain);
      if (files.length > 0) openDialog({ kind: 'add', files });
      else if (typed.kind === 'links') openDialog({ kind: 'add', text: plain });
      else if (html !== '' && plain.length >= SHORTEST_TEXT) {
        const selection = pastedSelection(html, plain, `${intl.formatMessage(text.pastedPage)}.html`);
        openDialog(selection === null ? { kind: 'add', text: plain } : { kind: 'add', files: [selection] });
      } else if (typed.kind === 'text' && plain.length >= SHORTEST_TEXT) openDialog({ kind: 'add', text: plain });
      else return;
      event.preventDefault();
    });
    return () => {
      stop();
      show(false);
    };
  }, [intl]);
}
