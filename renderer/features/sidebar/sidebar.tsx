import { Highlighter, PanelLeft, Plus, Settings as SettingsIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSidebar } from '../../bridge/queries.ts';
import { runCommand } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LibraryTree } from './library-tree.tsx';
import { text } from './messages.ts';
import css from './sidebar.module.css';

/** The library on the left: what there is, and how much of it. */
export function Sidebar(): ReactNode {
  const intl = useIntl();
  const { data } = useSidebar();
  const showsHighlights = useUiStore((state) => state.screen === 'highlights');
  return (
    <div className={css['sidebar']}>
      <header className={css['header']}>
        <span className={css['brand']}>Offprint</span>
        <IconButton label={intl.formatMessage(text.add)} icon={<Plus />} command="library.add" onPress={() => runCommand('library.add')} />
        <IconButton
          label={intl.formatMessage(text.hide)}
          icon={<PanelLeft />}
          command="window.toggleSidebar"
          onPress={() => runCommand('window.toggleSidebar')}
        />
      </header>
      {data ? <LibraryTree sidebar={data} /> : <div className={css['tree']} />}
      <footer className={css['footer']}>
        <button
          type="button"
          className={css['highlights']}
          aria-current={showsHighlights ? 'page' : undefined}
          onClick={() => runCommand('highlights.open')}
        >
          <Highlighter aria-hidden className={css['icon']} />
          {intl.formatMessage(text.highlights)}
        </button>
        <IconButton
          label={intl.formatMessage(text.settings)}
          icon={<SettingsIcon />}
          command="app.settings"
          onPress={() => runCommand('app.settings')}
        />
      </footer>
    </div>
  );
}
