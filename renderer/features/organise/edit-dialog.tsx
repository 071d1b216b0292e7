import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleDetail } from '../../../electron/contract/entities.ts';
import type { MethodInput } from '../../../electron/contract/methods.ts';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useArticle } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { dateOf, partsOf } from './date-parts.ts';
import css from './edit-dialog.module.css';
import { text } from './messages.ts';

/** What is known of an article, corrected by hand. */
export function EditDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  const id = dialog?.kind === 'edit' ? (dialog.ids[0] ?? null) : null;
  const article = useArticle(id).data;
  return id !== null && article?.id === id ? <EditForm key={id} article={article} /> : null;
}

function EditForm({ article }: { article: ArticleDetail }): ReactNode {
  const intl = useIntl();
  const close = useUiStore((state) => state.closeDialog);
  // As it was when the dialog opened: what changes meanwhile elsewhere is not taken for an edit.
  const [was] = useState(article);
  const [title, setTitle] = useState(was.title);
  const [byline, setByline] = useState(was.byline ?? '');
  const [source, setSource] = useState(was.source);
  const [published, setPublished] = useState(() => partsOf(was.publishedAt));
  const [asked, setAsked] = useState(false);
  const edit = useMutationWithUndo('articles.edit');

  const date = dateOf(published);
  const untouched = JSON.stringify(partsOf(was.publishedAt)) === JSON.stringify(published);
  const wrong = { title: title.trim() === '', source: source.trim() === '', date: date === undefined };
  const save = async (): Promise<void> => {
    setAsked(true);
    if (wrong.title || wrong.source || date === undefined) return;
    const patch: MethodInput<'articles.edit'> = { id: was.id };
    if (title.trim() !== was.title) patch.title = title.trim();
    if (byline.trim() !== (was.byline ?? '')) patch.byline = byline.trim() === '' ? null : byline.trim();
    if (source.trim() !== was.source) patch.source = source.trim();
    if (!untouched) patch.publishedAt = date;
    if (Object.keys(patch).length === 1) return close();
    try {
      await edit.mutateAsync(patch);
      close();
    } catch {
      // What was typed stays; the sentence stands below the fields.
    }
  };
  const say = (bad: boolean, message: (typeof text)[keyof typeof text]): string | null =>
    asked && bad ? intl.formatMessage(message) : null;
  return (
    <Dialog
      title={intl.formatMessage(text.editTitle)}
      isOpen
      onClose={close}
      footer={
        <DialogButtons
          confirmLabel={intl.formatMessage(text.save)}
          isDisabled={edit.isPending}
          onConfirm={() => void save()}
          onCancel={close}
        />
      }
    >
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          autoFocus
          label={intl.formatMessage(text.title)}
          value={title}
          onChange={setTitle}
          error={say(wrong.title, text.titleMissing)}
        />
        <TextField
          label={intl.formatMessage(text.byline)}
          description={intl.formatMessage(text.bylineHint)}
          value={byline}
          onChange={setByline}
        />
        <TextField
          label={intl.formatMessage(text.source)}
          value={source}
          onChange={setSource}
          error={say(wrong.source, text.sourceMissing)}
        />
        <div className={css['dates']}>
          <TextField
            type="date"
            label={intl.formatMessage(text.date)}
            description={intl.formatMessage(text.dateHint)}
            value={published.day}
            onChange={(day) => setPublished((old) => ({ day, time: day === '' ? '' : old.time }))}
            error={say(wrong.date, text.badDate)}
          />
          <TextField
            type="time"
            label={intl.formatMessage(text.time)}
            value={published.time}
            isDisabled={published.day === ''}
            onChange={(time) => setPublished((old) => ({ ...old, time }))}
          />
        </div>
        {edit.error && (
          <p role="alert" className={css['error']}>
            {sentenceOf(edit.error)}
          </p>
        )}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
