import { defineMessages, type IntlShape } from 'react-intl';
import type { Sidebar, View } from '../../../electron/contract/entities.ts';

const names = defineMessages({
  all: { id: 'view.all', defaultMessage: 'All articles' },
  unread: { id: 'view.unread', defaultMessage: 'Unread' },
  later: { id: 'view.later', defaultMessage: 'Later' },
  starred: { id: 'view.starred', defaultMessage: 'Starred' },
  archive: { id: 'view.archive', defaultMessage: 'Archive' },
  incomplete: { id: 'view.incomplete', defaultMessage: 'Incomplete' },
  trash: { id: 'view.trash', defaultMessage: 'Trash' },
  recent: { id: 'view.recent', defaultMessage: 'Recently read' },
  highlighted: { id: 'view.highlighted', defaultMessage: 'Highlighted' },
  everything: { id: 'view.everything', defaultMessage: 'Everything' },
  gone: { id: 'view.gone', defaultMessage: 'No longer there' },
});

/** What the list is called. */
export function viewName(intl: IntlShape, view: View, sidebar: Sidebar | undefined): string {
  switch (view.kind) {
    case 'tag': {
      const tag = sidebar?.tags.find(({ id }) => id === view.id);
      return tag ? `#${tag.name}` : intl.formatMessage(names.gone);
    }
    case 'collection':
      return sidebar?.collections.find(({ id }) => id === view.id)?.name ?? intl.formatMessage(names.gone);
    case 'smart':
      return sidebar?.smart.find(({ id }) => id === view.id)?.name ?? intl.formatMessage(names.gone);
    case 'feed':
      return sidebar?.feeds.find(({ id }) => id === view.id)?.title ?? intl.formatMessage(names.gone);
    case 'folder':
      return view.path.split(' / ').at(-1) ?? view.path;
    default:
      return intl.formatMessage(names[view.kind]);
  }
}
