import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleRow } from '../../../electron/contract/entities.ts';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useSidebar } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { compareIn } from '../../i18n/collator.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { findName, foldName } from '../../ui/name-completion.ts';
import { TextField } from '../../ui/text-field.tsx';
import { CheckRow } from './checklist.tsx';
import css from './checklist.module.css';
import { text } from './messages.ts';
import { changesBetween, marksOf, type Mark } from './states.ts';
import { TagSuggestions } from './tag-suggestions.tsx';
import { useRows } from './use-rows.ts';

/** The tags of one article or of several. */
export function TagDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  return dialog?.kind === 'tag' ? <TagLoader key={dialog.ids.join()} ids={dialog.ids} /> : null;
}

function TagLoader({ ids }: { ids: string[] }): ReactNode {
  const rows = useRows(ids).data;
  return rows ? <TagForm ids={ids} rows={rows} /> : null;
}

function TagForm({ ids, rows }: { ids: string[]; rows: readonly ArticleRow[] }): ReactNode {
  const intl = useIntl();
  const close = useUiStore((state) => state.closeDialog);
  const known = useSidebar().data?.tags ?? [];
  // By name: a tag made here has no id yet.
  const [before] = useState(() => marksOf(rows.map((row) => row.tags.map((tag) => tag.name))));
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(before);
  const [typed, setTyped] = useState('');
  const change = useMutationWithUndo('articles.tag', {
    done: ({ changed }) => (changed === 0 ? null : intl.formatMessage(text.tagged, { count: changed })),
  });

  // What the articles have comes first; then what is used most. The order holds while the dialog is open.
  const compare = compareIn(intl.locale);
  const names = [
    ...[...before.keys()].sort(compare),
    ...[...known].sort((a, b) => b.count - a.count || compare(a.name, b.name)).map((tag) => tag.name),
    ...marks.keys(),
  ].filter((name, at, all) => all.indexOf(name) === at);
  const fitting = names.filter((name) => foldName(name).includes(foldName(typed)));
  const fresh = typed.trim();
  const exact = findName(names, fresh);
  const set = (name: string, mark: Mark): void => setMarks(new Map(marks).set(name, mark));
  const addTyped = (): void => {
    set(exact ?? fresh, 'all');
    setTyped('');
  };
  const save = async (): Promise<void> => {
    const { add, remove } = changesBetween(before, marks);
    if (fresh !== '') add.push(exact ?? fresh);
    if (add.length === 0 && remove.length === 0) return close();
    try {
      await change.mutateAsync({ ids, add, remove });
      close();
    } catch {
      // What was chosen stays; the sentence stands below the list.
    }
  };
  return (
    <Dialog
      title={intl.formatMessage(text.tagTitle, { count: ids.length })}
      isOpen
      onClose={close}
      size="sm"
      footer={
        <DialogButtons
          confirmLabel={intl.formatMessage(text.save)}
          isDisabled={change.isPending}
          onConfirm={() => void save()}
          onCancel={close}
        />
      }
    >
      <div className={css['body']}>
        <TextField
          autoFocus
          label={intl.formatMessage(text.tagField)}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (fresh === '') void save();
            else addTyped();
          }}
        />
        {fresh === '' && <TagSuggestions ids={ids} chosen={(name) => marks.get(name) === 'all'} onChoose={(name) => set(name, 'all')} />}
        <ul className={css['list']} aria-label={intl.formatMessage(text.tagList)}>
          {fitting.map((name) => (
            <li key={name} className={css['item']}>
              <CheckRow
                name={name}
                mark={marks.get(name) ?? 'none'}
                count={known.find((tag) => tag.name === name)?.count ?? 0}
                onChange={(mark) => set(name, mark)}
              />
            </li>
          ))}
          {fresh !== '' && exact === null && (
            <li>
              <Button variant="quiet" icon={<Plus aria-hidden />} onPress={addTyped}>
                {intl.formatMessage(text.newTag, { name: fresh })}
              </Button>
            </li>
          )}
          {names.length === 0 && fresh === '' && <li className={css['note']}>{intl.formatMessage(text.noTags)}</li>}
        </ul>
        {change.error && (
          <p role="alert" className={css['error']}>
            {sentenceOf(change.error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
