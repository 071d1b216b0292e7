import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { DiskGroup, DiskUse } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import disk from './disk-part.module.css';
import css from './health.module.css';
import { text } from './messages.ts';
import { Part } from './part.tsx';
import { Said } from './said.tsx';
import { useTask } from './use-task.ts';
import { bytesWords } from './words.ts';

type By = 'feeds' | 'collections' | 'years';

/** What the library takes of the disk, and what deleting would give back. Measured when asked: it looks at every file. */
export function DiskPart(): ReactNode {
  const { formatMessage: say } = useIntl();
  const bridge = useBridge();
  const client = useQueryClient();
  const task = useTask();
  const { data } = useQuery<DiskUse>({ queryKey: keys.diskUse, queryFn: () => bridge.call('library.diskUse', {}), enabled: false });
  const measure = (): void =>
    void task.run(say(text.diskMeasuring), async () => {
      client.setQueryData(keys.diskUse, await bridge.call('library.diskUse', {}));
      return null;
    });
  return (
    <Part title={say(text.disk)} tone="plain">
      {data ? <Measured use={data} /> : <p>{say(text.diskNote)}</p>}
      {task.busy !== null && <ProgressBar label={say(text.diskMeasuring)} value={null} />}
      <div className={css['actions']}>
        <Button onPress={measure}>{say(data ? text.diskAgain : text.diskMeasure)}</Button>
      </div>
      <Said task={task} />
    </Part>
  );
}

function Measured({ use }: { use: DiskUse }): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const [by, setBy] = useState<By>('feeds');
  const { articles, texts, images, documents, backups, cache, trash } = use;
  const words = (bytes: number): string => bytesWords(intl, bytes);
  const labels = { feeds: say(text.diskByFeed), collections: say(text.diskByCollection), years: say(text.diskByYear) };
  return (
    <>
      <p>
        {say(text.diskTotal, {
          articles,
          total: words(texts + images + documents + backups + cache),
          texts: words(texts),
          images: words(images),
          documents: words(documents),
          backups: words(backups),
          cache: words(cache),
        })}
      </p>
      {trash.articles > 0 && <p>{say(text.diskTrash, { articles: trash.articles, frees: words(trash.frees) })}</p>}
      {articles > 0 && (
        <>
          <Segmented
            label={say(text.diskBy)}
            value={by}
            options={(['feeds', 'collections', 'years'] as const).map((value) => ({ value, label: labels[value] }))}
            onChange={setBy}
          />
          <Groups groups={use[by]} label={labels[by]} none={say(by === 'feeds' ? text.diskNoFeed : text.diskNoCollection)} />
          <p>{say(text.diskFreesNote)}</p>
        </>
      )}
    </>
  );
}

function Groups({ groups, label, none }: { groups: readonly DiskGroup[]; label: string; none: string }): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  return (
    // Scrolls by itself where there are many, so it must be reachable with the keyboard.
    <div className={disk['box']} role="group" aria-label={say(text.disk)} tabIndex={0}>
      <table className={disk['table']} aria-label={say(text.disk)}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col">{say(text.diskArticles)}</th>
            <th scope="col">{say(text.diskSize)}</th>
            <th scope="col">{say(text.diskFrees)}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, articles, bytes, frees }) => (
            <tr key={id ?? ''}>
              <th scope="row">{id === null ? none : <bdi>{name}</bdi>}</th>
              <td>{say(text.diskNumber, { count: articles })}</td>
              <td>{bytesWords(intl, bytes)}</td>
              <td>{bytesWords(intl, frees)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
