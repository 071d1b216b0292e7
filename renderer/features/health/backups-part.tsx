import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Backup } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import css from './health.module.css';
import { text } from './messages.ts';
import { Part } from './part.tsx';
import { Said } from './said.tsx';
import { useTask } from './use-task.ts';
import { bytesWords, momentWords } from './words.ts';

/** The backups, one more, and back to one of them. */
export function BackupsPart(): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const bridge = useBridge();
  const client = useQueryClient();
  const task = useTask();
  const [asked, setAsked] = useState<Backup | null>(null);
  const backups = useQuery({ queryKey: keys.backups, queryFn: () => bridge.call('backups.list', {}), staleTime: 0 }).data?.backups;
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: keys.backups });

  const make = (): void =>
    void task.run(say(text.making), async () => {
      await bridge.call('backups.make', {});
      await refresh();
      return say(text.made);
    });
  const restore = ({ id, at }: Backup): void =>
    void task.run(say(text.restoring), async () => {
      const { restored, kept, gone } = await bridge.call('backups.restore', { id });
      await refresh();
      return say(text.restored, { when: momentWords(intl, at), restored, kept, gone });
    });

  return (
    <Part title={say(text.backups)} tone={backups === undefined ? 'plain' : backups.length > 0 ? 'good' : 'attention'}>
      <p>{say(backups?.length === 0 ? text.backupsNone : text.backupsNote)}</p>
      <div className={css['actions']}>
        <Button onPress={make}>{say(text.makeBackup)}</Button>
      </div>
      <Said task={task} />
      {backups && backups.length > 0 && (
        <ul className={css['list']} aria-label={say(text.backups)}>
          {backups.map((backup) => (
            <li key={backup.id} className={css['line']}>
              <span className={css['names']}>
                <span className={css['name']}>
                  {momentWords(intl, backup.at)}
                  <span className={css['verified']}>
                    <CircleCheck aria-hidden />
                    {say(text.verified)}
                  </span>
                </span>
                <span className={css['detail']}>
                  {say(text.backupFacts, {
                    reason: say(text[backup.reason]),
                    articles: backup.articles,
                    bytes: bytesWords(intl, backup.bytes),
                  })}
                </span>
              </span>
              <Button size="sm" aria-label={say(text.restoreOf, { when: momentWords(intl, backup.at) })} onPress={() => setAsked(backup)}>
                {say(text.restore)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <ConfirmDialog
          isOpen
          title={say(text.restoreTitle, { when: momentWords(intl, asked.at) })}
          confirmLabel={say(text.restoreConfirm)}
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            restore(asked);
          }}
        >
          <p>{say(text.restoreText, { articles: asked.articles })}</p>
          <p className={css['second']}>{say(text.restoreFirst)}</p>
        </ConfirmDialog>
      )}
    </Part>
  );
}
