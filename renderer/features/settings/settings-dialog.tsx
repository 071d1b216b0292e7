import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useIntl, type MessageDescriptor } from 'react-intl';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useUiStore, type SettingsTab } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AboutTab } from './about/about-tab.tsx';
import { AppearanceTab } from './appearance-tab.tsx';
import { FindSetting } from './find/find-setting.tsx';
import { findNamed, markSetting } from './find/mark.ts';
import type { Setting } from './find/settings-index.ts';
import { LibraryTab } from './library-tab.tsx';
import { LimitsTab } from './limits-tab.tsx';
import { text } from './messages.ts';
import { ReadingTab } from './reading-tab.tsx';
import css from './settings.module.css';
import { ShortcutsTab } from './shortcuts/shortcuts-tab.tsx';

const TABS: readonly { id: SettingsTab; title: MessageDescriptor; content: () => ReactNode }[] = [
  { id: 'appearance', title: text.appearance, content: AppearanceTab },
  { id: 'reading', title: text.reading, content: ReadingTab },
  { id: 'keys', title: text.keys, content: ShortcutsTab },
  { id: 'limits', title: text.limits, content: LimitsTab },
  { id: 'library', title: text.library, content: LibraryTab },
  { id: 'about', title: text.aboutTab, content: AboutTab },
];

/** Everything the person can set. Changes count at once; there is nothing to confirm. */
export function SettingsDialog(): ReactNode {
  const intl = useIntl();
  const dialog = useUiStore((state) => state.dialog);
  if (dialog?.kind !== 'settings') return null;
  return (
    <Dialog isOpen size="lg" title={intl.formatMessage(text.title)} onClose={() => useUiStore.getState().closeDialog()}>
      <Pages start={dialog.tab ?? 'appearance'} />
    </Dialog>
  );
}

function Pages({ start }: { start: SettingsTab }): ReactNode {
  const intl = useIntl();
  const [tab, setTab] = useState(start);
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState<Setting | null>(null);
  const pages = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (wanted === null || pages.current === null) return;
    const found = findNamed(pages.current, intl.formatMessage(wanted.label));
    if (found) markSetting(found);
  }, [intl, wanted]);

  const titleOf = (id: SettingsTab): string => intl.formatMessage(TABS.find((each) => each.id === id)?.title ?? text.title);
  return (
    <>
      <FindSetting
        typed={typed}
        onType={setTyped}
        pageName={(setting) => titleOf(setting.tab)}
        onChoose={(setting) => {
          setTab(setting.tab);
          setTyped('');
          // A new object each time: the same setting found again is marked again.
          setWanted({ ...setting });
        }}
      />
      {typed.trim() === '' && (
        <Tabs selectedKey={tab} onSelectionChange={(key) => setTab(key as SettingsTab)} className={css['tabs'] ?? ''}>
          <TabList aria-label={intl.formatMessage(text.tabs)} className={css['list'] ?? ''}>
            {TABS.map(({ id }) => (
              <Tab key={id} id={id} className={css['tab'] ?? ''}>
                {titleOf(id)}
              </Tab>
            ))}
          </TabList>
          {TABS.map(({ id, content: Content }) => (
            <TabPanel key={id} id={id} className={css['panel'] ?? ''}>
              <div ref={id === tab ? pages : undefined} className={css['page']}>
                <Content />
              </div>
            </TabPanel>
          ))}
        </Tabs>
      )}
    </>
  );
}
