import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useUiStore, type SettingsTab } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AppearanceTab } from './appearance-tab.tsx';
import { LibraryTab } from './library-tab.tsx';
import { LimitsTab } from './limits-tab.tsx';
import { text } from './messages.ts';
import { ReadingTab } from './reading-tab.tsx';
import css from './settings.module.css';
import { ShortcutsTab } from './shortcuts/shortcuts-tab.tsx';

const TABS: readonly { id: SettingsTab; content: () => ReactNode }[] = [
  { id: 'appearance', content: AppearanceTab },
  { id: 'reading', content: ReadingTab },
  { id: 'keys', content: ShortcutsTab },
  { id: 'limits', content: LimitsTab },
  { id: 'library', content: LibraryTab },
];

/** Everything the person can set. Changes count at once; there is nothing to confirm. */
export function SettingsDialog(): ReactNode {
  const intl = useIntl();
  const dialog = useUiStore((state) => state.dialog);
  if (dialog?.kind !== 'settings') return null;
  return (
    <Dialog isOpen size="lg" title={intl.formatMessage(text.title)} onClose={() => useUiStore.getState().closeDialog()}>
      <Tabs defaultSelectedKey={dialog.tab ?? 'appearance'} className={css['tabs'] ?? ''}>
        <TabList aria-label={intl.formatMessage(text.tabs)} className={css['list'] ?? ''}>
          {TABS.map(({ id }) => (
            <Tab key={id} id={id} className={css['tab'] ?? ''}>
              {intl.formatMessage(text[id])}
            </Tab>
          ))}
        </TabList>
        {TABS.map(({ id, content: Content }) => (
          <TabPanel key={id} id={id} className={css['panel'] ?? ''}>
            <Content />
          </TabPanel>
        ))}
      </Tabs>
    </Dialog>
  );
}
