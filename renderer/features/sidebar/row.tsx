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
  Rss,
  Sparkles,
  Star,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { createElement, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { cx } from '../../ui/cx.ts';
import { ICON_PICTURES, tint } from '../../ui/looks.table.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { FeedHealthMark } from './feed-health-mark.tsx';
import { text } from './messages.ts';
import type { LibraryKind, Node, Section } from './tree.ts';
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
const OWN_ICONS = { smart: Sparkles, collection: Folder, tag: Hash } as const;

const CREATE = { smart: text.newSmart, collections: text.newCollection, feeds: text.newFeed } as const;

function pictureOf(node: Exclude<Node, { kind: 'section' }>): LucideIcon {
  if (node.kind === 'library') return LIBRARY_ICONS[node.view];
  if (node.kind === 'tag-group') return Hash;
  if (node.kind === 'feed') return Rss;
  if (node.kind === 'folder') return Folder;
  return node.icon === null ? OWN_ICONS[node.kind] : ICON_PICTURES[node.icon];
}

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
  onCreate: (section: Section) => void;
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
    const { section } = node;
    return (
      <>
        <span className={css['heading']}>{intl.formatMessage(text[section])}</span>
        {chevron}
        {section !== 'tags' && (
          <button
            type="button"
            tabIndex={-1}
            className={css['plus']}
            aria-label={intl.formatMessage(CREATE[section])}
            title={intl.formatMessage(CREATE[section])}
            onClick={(event) => {
              event.stopPropagation();
              onCreate(section);
            }}
          >
            <Plus aria-hidden />
          </button>
        )}
      </>
    );
  }

  const colour = 'colour' in node ? tint(node.colour) : undefined;
  const count = 'count' in node ? node.count : 0;
  return (
    <>
      {chevron}
      {node.kind === 'feed' && node.icon !== null ? (
        <img src={`/${node.icon}`} alt="" className={css['feedIcon']} />
      ) : (
        createElement(pictureOf(node), {
          'aria-hidden': true,
          className: css['icon'],
          style: colour === undefined ? undefined : { color: colour },
        })
      )}
      {field ?? (
        <span className={css['name']} dir="auto">
          {node.kind === 'library' ? intl.formatMessage(text[node.view]) : node.label}
        </span>
      )}
      {node.kind === 'feed' && node.health !== null && <FeedHealthMark health={node.health} />}
      {!field && count > 0 && (
        <span className={css['count']}>
          <span aria-hidden>{intl.formatNumber(count)}</span>
          <VisuallyHidden>, {intl.formatMessage(text.count, { count })}</VisuallyHidden>
        </span>
      )}
    </>
  );
}
