import { FileText, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { SaveInput } from '../../../electron/contract/methods.ts';
import { useBridge } from '../../bridge/context.tsx';
import { useSidebar } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore, type Dialog as DialogState } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NamePicker } from '../../ui/name-picker.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './add-dialog.module.css';
import { describe } from './describe.ts';
import { text } from './messages.ts';
import { pastedSelection } from './came-with.ts';
import { inputOfFile } from './input-of-file.ts';
import { inputsOf, isReadableFile, readTyped } from './read-input.ts';
import { SHORTEST_TEXT } from './use-drop-and-paste.ts';
import { useLookup } from './use-lookup.ts';

type AddState = Extract<DialogState, { kind: 'add' }>;

/** The way in: a link, several, a text, or files. */
export function AddDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  return dialog?.kind === 'add' ? <AddForm start={dialog} /> : null;
}

function AddForm({ start }: { start: AddState }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const sidebar = useSidebar().data;
  const close = useUiStore((state) => state.closeDialog);
  const [seen, setSeen] = useState<AddState | null>(null);
  const [typed, setTyped] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [refused, setRefused] = useState<string[]>([]);
  const [tags, setTags] = useState<string[]>([]);
  const [collections, setCollections] = useState<string[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const addFiles = (added: readonly File[]): void => {
    setFiles((before) => [...before, ...added.filter(isReadableFile)]);
    setRefused(added.filter((file) => !isReadableFile(file)).map((file) => file.name));
    setError(null);
  };
  // What was dropped while the dialog is open joins what is in it.
  if (seen !== start) {
    setSeen(start);
    if (start.text !== undefined) setTyped((before) => (before.trim() === '' ? (start.text ?? '') : `${before}\n${start.text ?? ''}`));
    if (start.files) addFiles(start.files);
  }

  const understood = useMemo(() => readTyped(typed), [typed]);
  const single = understood.kind === 'links' && understood.urls.length === 1 && files.length === 0 ? (understood.urls[0] ?? null) : null;
  const known = useLookup(single);
  const count = inputsOf(understood).length + files.length;
  const { problem, note } = describe(intl, understood);

  const save = async (): Promise<void> => {
    if (count === 0 || busy) return;
    setBusy(true);
    setError(null);
    try {
      const inputs: SaveInput[] = inputsOf(understood);
      for (const file of files) {
        try {
          inputs.push(await inputOfFile(file));
        } catch {
          setError(intl.formatMessage(text.unreadableFile, { name: file.name }));
          return;
        }
      }
      await bridge.call('capture.start', { inputs, tags, collections });
      useUiStore.getState().announce(intl.formatMessage(text.saving, { count: inputs.length }));
      close();
    } catch (thrown) {
      setError(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const openKnown = (id: string): void => {
    close();
    useUiStore.getState().openArticle(id, { show: true });
  };

  return (
    <Dialog
      title={intl.formatMessage(text.title)}
      isOpen
      onClose={close}
      footer={
        <DialogButtons
          confirmLabel={intl.formatMessage(known === null ? text.save : text.openKnown)}
          isDisabled={busy || (known === null && count === 0)}
          onConfirm={() => (known === null ? void save() : openKnown(known))}
          onCancel={close}
        />
      }
    >
      <div className={css['form']}>
        <TextField
          autoFocus
          label={intl.formatMessage(text.field)}
          placeholder={intl.formatMessage(text.placeholder)}
          rows={understood.kind === 'text' || typed.includes('\n') ? 5 : 2}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setError(null);
          }}
          onPaste={(event) => {
            // A selection of a page brings its links and images; a link or a plain text goes into the field.
            const plain = event.clipboardData.getData('text/plain').trim();
            if (typed.trim() !== '' || plain.length < SHORTEST_TEXT || readTyped(plain).kind === 'links') return;
            const name = `${intl.formatMessage(text.pastedPage)}.html`;
            const selection = pastedSelection(event.clipboardData.getData('text/html'), plain, name);
            if (selection === null) return;
            event.preventDefault();
            addFiles([selection]);
          }}
          onKeyDown={(event) => {
            // A link is one line: Enter saves. A text goes on; there Mod+Enter saves.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            if (understood.kind !== 'text' ? !event.shiftKey : event.metaKey || event.ctrlKey) {
              event.preventDefault();
              if (known === null) void save();
              else openKnown(known);
            }
          }}
          error={problem}
          description={problem === null ? (note ?? intl.formatMessage(text.hint)) : null}
        />
        {known !== null && (
          <p role="status" className={css['known']}>
            {intl.formatMessage(text.known)}
          </p>
        )}
        {files.length > 0 && (
          <ul aria-label={intl.formatMessage(text.files)} className={css['files']}>
            {files.map((file, at) => (
              <li key={`${file.name} ${at}`}>
                <FileText aria-hidden />
                <bdi>{file.name}</bdi>
                <IconButton
                  size="sm"
                  label={intl.formatMessage(text.removeFile, { name: file.name })}
                  icon={<X aria-hidden />}
                  onPress={() => setFiles(files.filter((other) => other !== file))}
                />
              </li>
            ))}
          </ul>
        )}
        {refused.length > 0 && (
          <p role="alert" className={css['error']}>
            {intl.formatMessage(text.badFiles, { names: intl.formatList(refused.map((name) => `“${name}”`)) })}
          </p>
        )}
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={[
            '.html',
            '.htm',
            '.xhtml',
            '.mhtml',
            '.mht',
            '.pdf',
            'application/pdf',
            '.txt',
            '.md',
            '.markdown',
            'text/html',
            'text/plain',
            'text/markdown',
          ]}
          onSelect={(chosen) => addFiles([...(chosen ?? [])])}
        >
          <Button size="sm" className={css['choose']} icon={<FileText aria-hidden />}>
            {intl.formatMessage(text.chooseFiles)}
          </Button>
        </FileTrigger>
        <NamePicker
          label={intl.formatMessage(text.tags)}
          placeholder={intl.formatMessage(text.tagsPlaceholder)}
          names={tags}
          suggestions={[...(sidebar?.tags ?? [])].sort((a, b) => b.count - a.count).map((tag) => tag.name)}
          onChange={setTags}
        />
        <NamePicker
          label={intl.formatMessage(text.collections)}
          placeholder={intl.formatMessage(text.collectionsPlaceholder)}
          names={collections}
          suggestions={(sidebar?.collections ?? []).map((collection) => collection.path)}
          onChange={setCollections}
        />
        {error !== null && (
          <p role="alert" className={css['error']}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
