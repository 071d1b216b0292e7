import { PanelLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSettings, useSidebar } from '../../bridge/queries.ts';
import { runCommand } from '../../commands/registry.ts';
import { effectiveView } from '../../state/list-of.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './article-list.module.css';
import { listText } from './messages.ts';
import { ViewOptions } from './view-options.tsx';
import { CompleteAll } from './complete-all.tsx';
import { viewName } from './view-names.ts';

/** The name of the list, how much is in it, how it is shown, and what a collection is for. */
export function ListHeader({ total }: { total: number | null }): ReactNode {
  const intl = useIntl();
  const sidebar = useSidebar().data;
  const { sidebarCollapsed } = useSettings();
  const view = useUiStore((state) => state.view);
  const query = useUiStore((state) => state.query);
  const scope = useUiStore((state) => state.scope);
  const layout = useUiStore((state) => state.layout);
  const description = view.kind === 'collection' && query === '' ? sidebar?.collections.find(({ id }) => id === view.id)?.description : '';
  return (
    <>
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
        {view.kind === 'incomplete' && query === '' && total !== null && total > 0 && <CompleteAll />}
        <ViewOptions view={effectiveView({ view, query, scope })} />
      </header>
      {description && (
        <p className={css['description']} dir="auto">
          {description}
        </p>
      )}
    </>
  );
}
