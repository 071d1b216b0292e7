import { ArrowLeft, PanelLeft, Rows3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { useSetSettings, useSettings } from '../bridge/queries.ts';
import { runCommand } from '../commands/registry.ts';
import { ArticleList } from '../features/article-list/index.ts';
import { Welcome } from '../features/onboarding/index.ts';
import { Reader } from '../features/reader/index.ts';
import { Search } from '../features/search/index.ts';
import { Sidebar } from '../features/sidebar/index.ts';
import { words } from '../i18n/words.ts';
import { useUiStore, type Layout } from '../state/ui-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import css from './panes.module.css';

const HighlightsView = lazyPart(async () => (await import('../features/highlights/index.ts')).HighlightsView);

const text = words({
  sidebar: { id: 'pane.sidebar', defaultMessage: 'Library' },
  list: { id: 'pane.list', defaultMessage: 'Article list' },
  reader: { id: 'pane.reader', defaultMessage: 'Article' },
  resizeSidebar: { id: 'pane.resizeSidebar', defaultMessage: 'Width of the sidebar' },
  resizeList: { id: 'pane.resizeList', defaultMessage: 'Width of the list' },
  back: { id: 'pane.back', defaultMessage: 'Back to the list' },
  showSidebar: { id: 'pane.showSidebar', defaultMessage: 'Show the sidebar' },
  showList: { id: 'pane.showList', defaultMessage: 'Show the list' },
});

/** Limits in CSS pixels; inside those of the settings. */
const SIDEBAR = { min: 180, max: 420 };
const LIST = { min: 280, max: 640 };
const READER_MIN = 300;

/** The three panes, as the width of the window allows: all, two and a drawer, or one at a time. */
export function Panes({ layout }: { layout: Layout }): ReactNode {
  return layout === 'single' ? <OnePane /> : <SidePanes withSidebar={layout === 'three'} />;
}

function SidebarPane(): ReactNode {
  const intl = useIntl();
  return (
    <nav data-pane="sidebar" tabIndex={-1} aria-label={intl.formatMessage(text.sidebar)} className={css['sidebar']}>
      <ErrorBoundary part>
        <Sidebar />
      </ErrorBoundary>
    </nav>
  );
}

function ListPane({ hidden = false, children }: { hidden?: boolean; children?: ReactNode }): ReactNode {
  const intl = useIntl();
  const visit = useUiStore((state) => state.visit);
  const screen = useUiStore((state) => state.screen);
  return (
    <section data-pane="list" tabIndex={-1} hidden={hidden} aria-label={intl.formatMessage(text.list)} className={css['list']}>
      <ErrorBoundary part resetKey={visit}>
        {children}
        {screen === 'highlights' ? <HighlightsView /> : <ArticleList search={<Search />} />}
      </ErrorBoundary>
    </section>
  );
}

function ReaderPane({ hidden = false, before, children }: { hidden?: boolean; before?: ReactNode; children?: ReactNode }): ReactNode {
  const intl = useIntl();
  const activeId = useUiStore((state) => state.activeId);
  return (
    <section
      data-pane="reader"
      id="reader"
      tabIndex={-1}
      hidden={hidden}
      aria-label={intl.formatMessage(text.reader)}
      className={css['reader']}
    >
      {before}
      <ErrorBoundary part resetKey={activeId}>
        {children ?? <Reader />}
      </ErrorBoundary>
    </section>
  );
}

/** The first-run card stands where nothing is read yet. */
function useWelcome(): boolean {
  const { welcomed } = useSettings();
  const reading = useUiStore((state) => state.activeId !== null);
  return !welcomed && !reading;
}

function OnePane(): ReactNode {
  const intl = useIntl();
  const pane = useUiStore((state) => state.pane);
  const welcome = useWelcome();
  const reading = pane === 'reader';
  return (
    <div className={css['one']}>
      <ListPane hidden={reading}>{welcome && <Welcome compact />}</ListPane>
      <ReaderPane
        hidden={!reading}
        before={
          <div className={css['back']}>
            <IconButton
              label={intl.formatMessage(text.back)}
              icon={<ArrowLeft />}
              command="window.back"
              onPress={() => useUiStore.getState().focusPane('list')}
            />
          </div>
        }
      />
      <Drawer />
    </div>
  );
}

function SidePanes({ withSidebar }: { withSidebar: boolean }): ReactNode {
  const intl = useIntl();
  const settings = useSettings();
  const { mutate: setSettings } = useSetSettings();
  const sidebar = usePanelRef();
  const list = usePanelRef();
  const welcome = useWelcome();
  const focusMode = useUiStore((state) => state.focusMode && state.activeId !== null);
  const showSidebar = withSidebar && !settings.sidebarCollapsed && !focusMode;
  const showList = !settings.listCollapsed && !focusMode;

  const remember = (): void => {
    const sidebarWidth = Math.round(sidebar.current?.getSize().inPixels ?? 0);
    const listWidth = Math.round(list.current?.getSize().inPixels ?? 0);
    setSettings({
      ...(sidebarWidth >= SIDEBAR.min ? { sidebarWidth } : {}),
      ...(listWidth >= LIST.min ? { listWidth } : {}),
    });
  };

  return (
    <>
      {!showList && !focusMode && (
        <div className={css['rail']}>
          {!showSidebar && (
            <IconButton
              label={intl.formatMessage(text.showSidebar)}
              icon={<PanelLeft />}
              command="window.toggleSidebar"
              onPress={() => runCommand('window.toggleSidebar')}
            />
          )}
          <IconButton
            label={intl.formatMessage(text.showList)}
            icon={<Rows3 />}
            command="window.toggleList"
            onPress={() => runCommand('window.toggleList')}
          />
        </div>
      )}
      <Group
        className={css['group']}
        onLayoutChanged={(_layout, { isUserInteraction }) => {
          // Sizes are measured once the new layout is drawn.
          if (isUserInteraction) requestAnimationFrame(remember);
        }}
      >
        {showSidebar && (
          <Panel
            id="sidebar"
            panelRef={sidebar}
            defaultSize={settings.sidebarWidth}
            minSize={SIDEBAR.min}
            maxSize={SIDEBAR.max}
            groupResizeBehavior="preserve-pixel-size"
            className={css['panel']}
          >
            <SidebarPane />
          </Panel>
        )}
        {showSidebar && <Separator className={css['separator']} aria-label={intl.formatMessage(text.resizeSidebar)} />}
        {showList && (
          <Panel
            id="list"
            panelRef={list}
            defaultSize={settings.listWidth}
            minSize={LIST.min}
            maxSize={LIST.max}
            groupResizeBehavior="preserve-pixel-size"
            className={css['panel']}
          >
            <ListPane />
          </Panel>
        )}
        {showList && <Separator className={css['separator']} aria-label={intl.formatMessage(text.resizeList)} />}
        <Panel id="reader" minSize={READER_MIN} className={css['panel']}>
          <ReaderPane>{welcome ? <Welcome /> : null}</ReaderPane>
        </Panel>
      </Group>
      {!withSidebar && <Drawer />}
    </>
  );
}

/** The sidebar over the rest of a window that has no room for it. */
function Drawer(): ReactNode {
  const intl = useIntl();
  const open = useUiStore((state) => state.drawerOpen);
  const { setDrawerOpen } = useUiStore.getState();
  return (
    <ModalOverlay isOpen={open} isDismissable onOpenChange={setDrawerOpen} className={css['shade'] ?? ''}>
      <Modal className={css['drawer'] ?? ''}>
        <Dialog aria-label={intl.formatMessage(text.sidebar)} className={css['drawerBody'] ?? ''}>
          <SidebarPane />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
