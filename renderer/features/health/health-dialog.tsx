import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { LibraryHealth } from '../../../electron/contract/entities.ts';
import { keys } from '../../bridge/keys.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ArticlesPart } from './articles-part.tsx';
import { BackupsPart } from './backups-part.tsx';
import { DamagePart } from './damage-part.tsx';
import { DuplicatesPart } from './duplicates-part.tsx';
import { DiskPart } from './disk-part.tsx';
import css from './health.module.css';
import { text } from './messages.ts';
import { OpeningPart } from './opening-part.tsx';
import { faultsOf, useSeen } from './seen.ts';

/** How the library is: one page, each part with a sentence and the next thing to do. */
export function HealthDialog(): ReactNode {
  const open = useUiStore((state) => state.dialog?.kind === 'health');
  return open ? <Page /> : null;
}

function Page(): ReactNode {
  const { formatMessage: say } = useIntl();
  const client = useQueryClient();
  const { closeDialog } = useUiStore.getState();
  // Whoever has read the page needs no mark that leads to it.
  useEffect(() => () => useSeen.setState({ files: new Set(faultsOf(client.getQueryData<LibraryHealth>(keys.health))) }), [client]);
  return (
    <Dialog
      isOpen
      size="lg"
      title={say(text.title)}
      onClose={closeDialog}
      footer={
        <Button variant="primary" onPress={closeDialog}>
          {say(text.close)}
        </Button>
      }
    >
      <div className={css['page']}>
        <ArticlesPart />
        <DuplicatesPart />
        <DamagePart />
        <BackupsPart />
        <DiskPart />
        <OpeningPart />
      </div>
    </Dialog>
  );
}
