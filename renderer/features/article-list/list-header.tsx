import { PanelLeft, Rows2, Rows3, Rows4 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Settings } from '../../../electron/contract/settings.ts';
import { useSetSettings, useSettings, useSidebar } from '../../bridge/queries.ts';
import { runCommand } from '../../commands/registry.ts';
import { effectiveView } from '../../state/list-of.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuTrigger } from '../../ui/menu.tsx';
import css from './article-list.module.css';
import { listText } from './messages.ts';
import { viewName } from './view-names.ts';

const ICONS = { compact: Rows4, comfortable: Rows3, cards: Rows2 } as const;
const DENSITIES = Object.keys(ICONS) as Settings['density'][];

/** The name of the list, how much is in it, and how tall its rows are. */
export function ListHeader({ total }: { total: number | null }): ReactNode {
  const intl = useIntl();
  const sidebar = useSidebar().data;
  const { density, sidebarCollapsed } = useSettings();
  const { mutate: setSettings } = useSetSettings();
  const view = useUiStore((state) => state.view);
  const query = useUiStore((state) => state.query);
  const scope = useUiStore((state) => state.scope);
  const layout = useUiStore((state) => state.layout);
  const Icon = ICONS[density];
  return (
    <header className={css['header']}>
      {(layout !== 'three' || sidebarCollapsed) && (
        <IconButton
          label={intl.formatMessage(listText.showSidebar)}
          icon={<PanelLeft />}
          command="window.toggleSidebar"
          onPress={() => runCommand('window.toggleSidebar')}
        />
      )}
      <h1 className={css['name']} dir="auto">
        {viewName(intl, effectiveView({ view, query, scope }), sidebar)}
      </h1>
      <span className={css['count']}>
        {total !== null && intl.formatMessage(query === '' ? listText.count : listText.results, { count: total })}
      </span>
      <MenuTrigger>
        <IconButton label={intl.formatMessage(listText.density)} icon={<Icon />} />
        <Menu
          aria-label={intl.formatMessage(listText.density)}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[density]}
          onAction={(key) => {
            const chosen = DENSITIES.find((name) => name === key);
            if (chosen) setSettings({ density: chosen });
          }}
        >
          {DENSITIES.map((name) => {
            const Each = ICONS[name];
            return (
              <MenuItem key={name} id={name} icon={<Each />}>
                {intl.formatMessage(listText[name])}
              </MenuItem>
            );
          })}
        </Menu>
      </MenuTrigger>
    </header>
  );
}
