import { FolderPlus, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleRow } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useSidebar } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { compareIn } from '../../i18n/collator.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CheckRow } from './checklist.tsx';
import css from './checklist.module.css';
import { filterTree, treeRows } from './collection-tree.ts';
import { InlineName } from './inline-name.tsx';
import { text } from './messages.ts';
import { changesBetween, marksOf, type Mark } from './states.ts';
import { useRows } from './use-rows.ts';

/** The collections of one article or of several. */
export function CollectDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  return dialog?.kind === 'collect' ? <CollectLoader key={dialog.ids.join()} ids={dialog.ids} /> : null;
}

function CollectLoader({ ids }: { ids: string[] }): ReactNode {
  const rows = useRows(ids).data;
  return rows ? <CollectForm ids={ids} rows={rows} /> : null;
}

function CollectForm({ ids, rows }: { ids: string[]; rows: readonly ArticleRow[] }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const close = useUiStore((state) => state.closeDialog);
  const collections = useSidebar().data?.collections ?? [];
  const [before] = useState(() => marksOf(rows.map((row) => row.collections.map(({ id }) => id))));
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(before);
  const [typed, setTyped] = useState('');
  const [inside, setInside] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const change = useMutationWithUndo('articles.collect', {
    done: ({ changed }) => (changed === 0 ? null : intl.formatMessage(text.collected, { count: changed })),
  });

  const tree = treeRows(collections, compareIn(intl.locale));
  const fitting = filterTree(tree, typed);
  const fresh = typed.trim();
  const exact = tree.find(({ collection }) => collection.name.toLocaleLowerCase() === fresh.toLocaleLowerCase())?.collection ?? null;
  const set = (id: string, mark: Mark): void => setMarks((old) => new Map(old).set(id, mark));

  /** Makes a collection at once (it can be undone), and checks it. Returns whether it is there. */
  const create = async (name: string, parentId: string | null): Promise<string | null> => {
    setError(null);
    try {
      const { id } = await bridge.call('collections.create', { name, parentId });
      set(id, 'all');
      return id;
    } catch (thrown) {
      setError(sentenceOf(thrown));
      return null;
    }
  };
  const addTyped = async (): Promise<void> => {
    if (exact) set(exact.id, 'all');
    else if ((await create(fresh, null)) === null) return;
    setTyped('');
  };
  const save = async (): Promise<void> => {
    const { add, remove } = changesBetween(before, marks);
    if (add.length === 0 && remove.length === 0) return close();
    try {
      await change.mutateAsync({ ids, add, remove });
      close();
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
  };
  return (
    <Dialog
      title={intl.formatMessage(text.collectTitle, { count: ids.length })}
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
          label={intl.formatMessage(text.collectField)}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (fresh === '') void save();
            else void addTyped();
          }}
        />
        <ul className={css['list']} aria-label={intl.formatMessage(text.collectList)}>
          {fitting.map(({ collection, depth }) => (
            <li key={collection.id} style={{ paddingInlineStart: depth * 20 }}>
              <div className={css['item']}>
                <CheckRow
                  name={collection.name}
                  mark={marks.get(collection.id) ?? 'none'}
                  count={collection.count}
                  onChange={(mark) => set(collection.id, mark)}
                />
                <IconButton
                  size="sm"
                  className={css['inside']}
                  label={intl.formatMessage(text.newInside, { name: collection.name })}
                  icon={<FolderPlus aria-hidden />}
                  onPress={() => setInside(collection.id)}
                />
              </div>
              {inside === collection.id && (
                <InlineName
                  onCancel={() => setInside(null)}
                  onCreate={async (name) => {
                    if ((await create(name, collection.id)) !== null) setInside(null);
                  }}
                />
              )}
            </li>
          ))}
          {fresh !== '' && exact === null && (
            <li>
              <Button variant="quiet" icon={<Plus aria-hidden />} onPress={() => void addTyped()}>
                {intl.formatMessage(text.newCollection, { name: fresh })}
              </Button>
            </li>
          )}
          {tree.length === 0 && fresh === '' && <li className={css['note']}>{intl.formatMessage(text.noCollections)}</li>}
        </ul>
        {error !== null && (
          <p role="alert" className={css['error']}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
