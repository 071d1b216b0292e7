import {
  Archive,
  ArchiveRestore,
  Bookmark,
  Ellipsis,
  ExternalLink,
  Folder,
  Mail,
  MailOpen,
  Pencil,
  Printer,
  Search,
  Star,
  Tag,
  Trash2,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { ArticleDetail } from '../../../electron/contract/entities.ts';
import { useSetSettings, useSettings } from '../../bridge/queries.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuTrigger } from '../../ui/menu.tsx';
import { text } from './messages.ts';
import { TextSizeControl } from './text-size-control.tsx';
import css from './toolbar.module.css';
import { TypographyPopover } from './typography-popover.tsx';
import type { ReaderActions } from './use-reader-actions.ts';

interface Props {
  article: ArticleDetail;
  actions: ReaderActions;
  onFind: () => void;
}

/** What can be done with the open article. What does not fit in a narrow pane is in the menu at the end. */
export function Toolbar({ article, actions, onFind }: Props): ReactNode {
  const intl = useIntl();
  const settings = useSettings();
  const { mutate: setSettings } = useSetSettings();
  const say = (name: keyof typeof text): string => intl.formatMessage(text[name]);
  const original = article.url !== null && /^https?:/i.test(article.url) ? article.url : null;
  return (
    <AriaToolbar aria-label={say('toolbar')} className={css['toolbar'] ?? ''}>
      {article.trashed ? (
        <IconButton label={say('restore')} icon={<Undo2 aria-hidden />} command="article.restore" onPress={actions.restore} />
      ) : (
        <>
          <IconButton
            label={say('star')}
            icon={<Star aria-hidden />}
            command="article.toggleStar"
            pressed={article.starred}
            className={article.starred ? css['starred'] : undefined}
            onPress={() => actions.toggle('starred')}
          />
          <IconButton
            label={say('later')}
            icon={<Bookmark aria-hidden />}
            command="article.toggleLater"
            pressed={article.later}
            onPress={() => actions.toggle('later')}
          />
          <IconButton
            label={say('read')}
            icon={article.read ? <MailOpen aria-hidden /> : <Mail aria-hidden />}
            command="article.toggleRead"
            pressed={article.read}
            className={css['unlit']}
            onPress={() => actions.toggle('read')}
          />
          <IconButton
            label={say('archive')}
            icon={article.archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
            command="article.toggleArchive"
            pressed={article.archived}
            onPress={() => actions.toggle('archived')}
          />
          <span className={css['gap']} />
          <IconButton label={say('tags')} icon={<Tag aria-hidden />} command="article.tag" onPress={() => actions.organise('tag')} />
          <IconButton
            label={say('collections')}
            icon={<Folder aria-hidden />}
            command="article.collect"
            onPress={() => actions.organise('collect')}
          />
          {original !== null && (
            <IconButton
              label={say('openOriginal')}
              icon={<ExternalLink aria-hidden />}
              command="article.openOriginal"
              className={css['wide']}
              onPress={() => actions.openExternal(original)}
            />
          )}
          <IconButton
            label={say('edit')}
            icon={<Pencil aria-hidden />}
            command="article.edit"
            className={css['wide']}
            onPress={() => actions.organise('edit')}
          />
          <IconButton
            label={say('trash')}
            icon={<Trash2 aria-hidden />}
            command="article.trash"
            className={css['wide']}
            onPress={actions.trash}
          />
        </>
      )}
      <span className={cx(css['gap'], css['grow'])} />
      <TextSizeControl size={settings.fontSize} onChange={(fontSize) => setSettings({ fontSize })} />
      <TypographyPopover settings={settings} onChange={setSettings} />
      <MenuTrigger>
        <IconButton label={say('more')} icon={<Ellipsis aria-hidden />} />
        <Menu aria-label={say('more')}>
          <MenuItem icon={<Search aria-hidden />} command="reader.find" onAction={onFind}>
            {say('find')}
          </MenuItem>
          {original !== null && (
            <MenuItem icon={<ExternalLink aria-hidden />} command="article.openOriginal" onAction={() => actions.openExternal(original)}>
              {say('openOriginal')}
            </MenuItem>
          )}
          {!article.trashed && (
            <MenuItem icon={<Pencil aria-hidden />} command="article.edit" onAction={() => actions.organise('edit')}>
              {say('edit')}
            </MenuItem>
          )}
          <MenuItem icon={<Printer aria-hidden />} onAction={() => window.print()}>
            {say('print')}
          </MenuItem>
          {!article.trashed && (
            <MenuItem icon={<Trash2 aria-hidden />} danger command="article.trash" onAction={actions.trash}>
              {say('trash')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
    </AriaToolbar>
  );
}
