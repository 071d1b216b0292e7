import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { DuplicateGroup } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { useUndo } from '../../bridge/mutations.ts';
import { useUndoState } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import css from './health.module.css';
import { text } from './messages.ts';
import { Part } from './part.tsx';
import { Said } from './said.tsx';
import { useTask } from './use-task.ts';
import { momentWords } from './words.ts';

const extraOf = ({ articles }: DuplicateGroup): string[] => articles.flatMap(({ id, keep }) => (keep ? [] : [id]));

/** Articles that are there more than once, and the extra ones to the trash. */
export function DuplicatesPart(): ReactNode {
  const { formatMessage: say } = useIntl();
  const bridge = useBridge();
  const undo = useUndo();
  const task = useTask();
  const next = useUndoState().undo;
  const [undoable, setUndoable] = useState<string | null>(null);
  const { data, error } = useQuery({ queryKey: keys.duplicates, queryFn: () => bridge.call('library.duplicates', {}), staleTime: 0 });

  const trash = (ids: string[]): void =>
    void task.run(say(text.looking), async () => {
      const result = await bridge.call('articles.trash', { ids });
      setUndoable(result.undo);
      return say(text.trashed, { count: result.changed });
    });

  const extra = data?.groups.flatMap(extraOf) ?? [];
  return (
    <Part title={say(text.duplicates)} tone={data === undefined ? 'plain' : data.total > 0 ? 'attention' : 'good'}>
      <p>
        {error
          ? sentenceOf(error)
          : data === undefined
            ? say(text.looking)
            : data.total === 0
              ? say(text.duplicatesNone)
              : say(text.duplicatesSome, { count: data.total })}
      </p>
      {data && data.total > data.groups.length && <p>{say(text.duplicatesShown, { count: data.groups.length })}</p>}
      {data && data.groups.length > 0 && (
        <ul className={css['list']} aria-label={say(text.duplicates)}>
          {data.groups.map((group) => (
            <Group key={group.articles[0]?.id} group={group} onTrash={() => trash(extraOf(group))} />
          ))}
        </ul>
      )}
      {data && data.groups.length > 1 && (
        <div className={css['actions']}>
          <Button onPress={() => trash(extra)}>{say(text.trashAll, { count: extra.length })}</Button>
        </div>
      )}
      <Said task={task}>
        {undoable !== null && undoable === next && (
          <Button size="sm" onPress={() => void task.run(say(text.looking), () => undo('undo').then(() => null))}>
            {say(text.undo)}
          </Button>
        )}
      </Said>
    </Part>
  );
}

function Group({ group, onTrash }: { group: DuplicateGroup; onTrash: () => void }): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const [first] = group.articles;
  const extra = extraOf(group).length;
  return (
    <li className={css['group']}>
      <p className={css['label']}>{say(group.same === 'text' ? text.sameText : text.sameAddress)}</p>
      <ul>
        {group.articles.map(({ id, title, source, savedAt, wordCount, keep }) => (
          <li key={id} className={css['line']}>
            <span className={css['names']}>
              <bdi className={css['name']}>{title}</bdi>
              <bdi className={css['detail']}>
                {say(text.savedOn, { source, when: momentWords(intl, savedAt), words: wordCount })}
                {keep && <span className={css['chip']}>{say(text.keep)}</span>}
              </bdi>
            </span>
            <Button
              size="sm"
              variant="quiet"
              aria-label={say(text.openNamed, { title })}
              onPress={() => {
                useUiStore.getState().closeDialog();
                useUiStore.getState().openArticle(id, { show: true });
              }}
            >
              {say(text.openArticle)}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="sm" aria-label={say(text.trashExtraOf, { title: first?.title ?? '' })} onPress={onTrash}>
        {say(text.trashExtra, { count: extra })}
      </Button>
    </li>
  );
}
