import {
  Archive,
  Bookmark,
  BookOpen,
  ChevronRight,
  CircleDashed,
  Folder,
  Hash,
  Inbox,
  Plus,
  Star,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { text } from './messages.ts';
import type { LibraryKind, Node } from './tree.ts';
import css from './sidebar.module.css';

const LIBRARY_ICONS: Readonly<Record<LibraryKind, LucideIcon>> = {
  all: Inbox,
  unread: BookOpen,
  later: Bookmark,
  starred: Star,
  archive: Archive,
  incomplete: CircleDashed,
  trash: Trash2,
};

/** What a row of the tree shows; the treeitem around it carries roles and states. `field` replaces the name while it is being changed. */
export function TreeRow({
  node,
  field,
  onToggle,
  onCreate,
}: {
  node: Node;
  field: ReactNode | null;
  onToggle: () => void;
  onCreate: () => void;
}): ReactNode {
  const intl = useIntl();
  const chevron =
    node.expanded === null ? (
      <span className={css['gap']} />
    ) : (
      <span
        className={cx(css['chevron'], node.expanded && css['open'])}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        <ChevronRight />
      </span>
    );

  if (node.kind === 'section') {
    return (
      <>
        <span className={css['heading']}>{intl.formatMessage(text[node.section])}</span>
        {chevron}
        {node.section === 'collections' && (
          <button
            type="button"
            tabIndex={-1}
            className={css['plus']}
            aria-label={intl.formatMessage(text.newCollection)}
            title={intl.formatMessage(text.newCollection)}
            onClick={(event) => {
              event.stopPropagation();
              onCreate();
            }}
          >
            <Plus aria-hidden />
          </button>
        )}
      </>
    );
  }

  const Icon = node.kind === 'library' ? LIBRARY_ICONS[node.view] : node.kind === 'tag' ? Hash : Folder;
  return (
    <>
      {node.kind === 'collection' ? chevron : <span className={css['gap']} />}
      <Icon aria-hidden className={css['icon']} />
      {field ?? (
        <span className={css['name']} dir="auto">
          {node.kind === 'library' ? intl.formatMessage(text[node.view]) : node.name}
        </span>
      )}
      {!field && node.count > 0 && (
        <span className={css['count']}>
          <span aria-hidden>{intl.formatNumber(node.count)}</span>
          <VisuallyHidden>, {intl.formatMessage(text.count, { count: node.count })}</VisuallyHidden>
        </span>
      )}
    </>
  );
}
