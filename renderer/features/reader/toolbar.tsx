import {
  AppWindow,
  Archive,
  ArchiveRestore,
  Bookmark,
  Ellipsis,
  Expand,
  ExternalLink,
  FileDown,
  Folder,
  History,
  Mail,
  MailOpen,
  Maximize2,
  Pencil,
  Printer,
  RefreshCw,
  Search,
  Star,
  Tag,
  Trash2,
  Undo2,
  Volume2,
  WandSparkles,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { CommandId } from '../../../electron/contract/commands.table.ts';
import type { ArticleDetail } from '../../../electron/contract/entities.ts';
import { useSettings } from '../../bridge/queries.ts';
import { runCommand } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuTrigger } from '../../ui/menu.tsx';
import { lookOf } from './look-of.ts';
import { text } from './messages.ts';
import { TextSizeControl } from './text-size-control.tsx';
import css from './toolbar.module.css';
import { TypographyPopover } from './typography-popover.tsx';
import { useLook } from './use-look.ts';
import type { ReaderActions } from './use-reader-actions.ts';
import { useWidthStep } from './use-width.ts';

interface Props {
  article: ArticleDetail;
  actions: ReaderActions;
  onFind: () => void;
  /** The button of the highlights. */
  panel: ReactNode;
}

interface Action {
  key: keyof typeof text;
  icon: ReactNode;
  command?: CommandId;
  pressed?: boolean;
  tone?: string | undefined;
  danger?: boolean;
  /** Widths of the pane (steps, 0–3) from which it has a button of its own; below, it is in the menu. */
  from: number;
  run: () => void;
}

/** CSS pixels of the toolbar at which more fits. */
const STEPS = [360, 460, 600];

/** Everything that can be done with an article, in the order of the toolbar. */
function actionsOf(article: ArticleDetail, actions: ReaderActions, onFind: () => void): Action[] {
  const original = article.url !== null && /^https?:/i.test(article.url) ? article.url : null;
  const { starred, later, read, archived, trashed } = article;
  const always: (Action | false)[] = [
    original !== null && {
      key: 'openOriginal',
      icon: <ExternalLink aria-hidden />,
      command: 'article.openOriginal',
      from: 3,
      run: () => actions.openExternal(original),
    },
    { key: 'find', icon: <Search aria-hidden />, command: 'reader.find', from: 4, run: onFind },
    { key: 'readAloud', icon: <Volume2 aria-hidden />, command: 'reader.readAloud', from: 4, run: () => runCommand('reader.readAloud') },
    { key: 'print', icon: <Printer aria-hidden />, command: 'reader.print', from: 4, run: () => runCommand('reader.print') },
    { key: 'savePdf', icon: <FileDown aria-hidden />, command: 'reader.savePdf', from: 4, run: () => runCommand('reader.savePdf') },
    {
      key: 'ownWindow',
      icon: <AppWindow aria-hidden />,
      command: 'article.openWindow',
      from: 4,
      run: () => runCommand('article.openWindow'),
    },
    { key: 'fullScreen', icon: <Expand aria-hidden />, command: 'reader.fullScreen', from: 4, run: () => runCommand('reader.fullScreen') },
    { key: 'focus', icon: <Maximize2 aria-hidden />, command: 'reader.focus', from: 4, run: () => runCommand('reader.focus') },
  ];
  const kept: Action[] = [
    {
      key: 'star',
      icon: <Star aria-hidden />,
      command: 'article.toggleStar',
      pressed: starred,
      tone: starred ? css['starred'] : undefined,
      from: 0,
      run: () => actions.toggle('starred'),
    },
    {
      key: 'later',
      icon: <Bookmark aria-hidden />,
      command: 'article.toggleLater',
      pressed: later,
      from: 0,
      run: () => actions.toggle('later'),
    },
    {
      key: 'read',
      icon: read ? <MailOpen aria-hidden /> : <Mail aria-hidden />,
      command: 'article.toggleRead',
      pressed: read,
      tone: css['unlit'],
      from: 1,
      run: () => actions.toggle('read'),
    },
    {
      key: 'archive',
      icon: archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />,
      command: 'article.toggleArchive',
      pressed: archived,
      from: 2,
      run: () => actions.toggle('archived'),
    },
    { key: 'tags', icon: <Tag aria-hidden />, command: 'article.tag', from: 1, run: () => actions.organise('tag') },
    { key: 'collections', icon: <Folder aria-hidden />, command: 'article.collect', from: 2, run: () => actions.organise('collect') },
    { key: 'edit', icon: <Pencil aria-hidden />, command: 'article.edit', from: 3, run: () => actions.organise('edit') },
    {
      key: 'saveAgain',
      icon: <RefreshCw aria-hidden />,
      command: 'article.saveAgain',
      from: 4,
      run: () => actions.renew('again'),
    },
    {
      key: 'extractAgain',
      icon: <WandSparkles aria-hidden />,
      command: 'article.reextract',
      from: 4,
      run: () => actions.renew('reextract'),
    },
    { key: 'versions', icon: <History aria-hidden />, command: 'article.versions', from: 4, run: actions.versions },
    { key: 'trash', icon: <Trash2 aria-hidden />, command: 'article.trash', danger: true, from: 3, run: actions.trash },
  ];
  const restore: Action = { key: 'restore', icon: <Undo2 aria-hidden />, command: 'article.restore', from: 0, run: actions.restore };
  return [...(trashed ? [restore] : kept), ...always].filter((action) => action !== false);
}

/** What can be done with the open article. What a narrow pane has no room for is in the menu at the end. */
export function Toolbar({ article, actions, onFind, panel }: Props): ReactNode {
  const intl = useIntl();
  const settings = useSettings();
  const look = useLook(article, settings);
  const shown = { ...settings, ...lookOf(settings, article.look ?? null, settings.theme), theme: settings.theme };
  const { step, ref } = useWidthStep(STEPS);
  const alone = useUiStore((state) => state.alone);
  // The window of one article is one already, and has nothing around it to hide.
  const all = actionsOf(article, actions, onFind).filter(({ key }) => !alone || (key !== 'ownWindow' && key !== 'focus'));
  const inMenu = all.filter(({ from }) => from > step);
  return (
    <AriaToolbar aria-label={intl.formatMessage(text.toolbar)} className={css['toolbar'] ?? ''} ref={ref}>
      {all
        .filter(({ from }) => from <= step)
        .map(({ key, icon, command, pressed, tone, run }) => (
          <IconButton
            key={key}
            label={intl.formatMessage(text[key])}
            icon={icon}
            {...(command === undefined ? {} : { command })}
            {...(pressed === undefined ? {} : { pressed })}
            className={tone}
            onPress={run}
          />
        ))}
      <span className={css['grow']} />
      {panel}
      <TextSizeControl size={shown.fontSize} onChange={look.step} />
      <TypographyPopover settings={shown} look={look} />
      <MenuTrigger>
        <IconButton label={intl.formatMessage(text.more)} icon={<Ellipsis aria-hidden />} />
        <Menu aria-label={intl.formatMessage(text.more)}>
          {inMenu.map(({ key, icon, command, danger = false, run }) => (
            <MenuItem key={key} icon={icon} {...(command === undefined ? {} : { command })} danger={danger} onAction={run}>
              {intl.formatMessage(text[key])}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
    </AriaToolbar>
  );
}
