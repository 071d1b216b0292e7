import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useSidebar } from '../../bridge/queries.ts';
import { BridgeError, sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { folderInto } from './feed-tree.ts';
import { text } from './messages.ts';
import type { Move } from './moves.ts';

export interface Named {
  readonly kind: 'collection' | 'tag' | 'smart';
  readonly id: string;
  readonly name: string;
}

export interface SidebarActions {
  /** Resolves with whether the name was taken over; the toast, or an offer to merge, tells why not. */
  rename: (what: Named, name: string) => Promise<boolean>;
  remove: (what: Named) => Promise<void>;
  move: (move: Move, name: string) => Promise<void>;
  /** A smart collection before another one (null = last). */
  moveSmart: (id: string, before: string | null, name: string) => Promise<void>;
  moveFeed: (id: string, folder: string) => Promise<void>;
  /** A folder of feeds with all that is in it into another one; empty = to the top. */
  moveFolder: (path: string, into: string) => Promise<void>;
  /** Articles dropped on a collection or tag. */
  receive: (what: Named, ids: string[]) => Promise<void>;
}

/** What the sidebar does to collections and tags. Every one of it can be undone, so none asks first. */
export function useSidebarActions(): SidebarActions {
  const intl = useIntl();
  const bridge = useBridge();
  const collections = useSidebar().data?.collections;
  const say = intl.formatMessage;

  const renameSmart = useMutationWithUndo('smart.update').mutateAsync;
  const renameCollection = useMutationWithUndo('collections.rename').mutateAsync;
  const nameOf = (id: string): string => collections?.find((one) => one.id === id)?.name ?? '';
  const deleteTag = useMutationWithUndo('tags.delete').mutateAsync;
  const deleteSmart = useMutationWithUndo('smart.delete').mutateAsync;
  const deleteCollection = useMutationWithUndo('collections.delete').mutateAsync;
  const moveCollection = useMutationWithUndo('collections.move').mutateAsync;
  const moveSmart = useMutationWithUndo('smart.move').mutateAsync;
  const editFeed = useMutationWithUndo('feeds.edit').mutateAsync;
  const moveFolder = useMutationWithUndo('feeds.moveFolder').mutateAsync;
  const collect = useMutationWithUndo('articles.collect', {
    done: ({ changed }, { add }) => (changed === 0 ? null : say(text.collected, { count: changed, name: nameOf(add?.[0] ?? '') })),
  }).mutateAsync;
  const tag = useMutationWithUndo('articles.tag', {
    done: ({ changed }, { add }) => (changed === 0 ? null : say(text.tagged, { count: changed, name: add?.[0] ?? '' })),
  }).mutateAsync;

  return useMemo<SidebarActions>(() => {
    const ui = useUiStore.getState;
    const worked = (work: Promise<unknown>): Promise<boolean> =>
      work.then(
        () => true,
        () => false,
      );
    /** A tag's new name may be another tag's: then the two can become one. */
    const renameTag = async (id: string, name: string): Promise<boolean> => {
      try {
        await bridge.call('tags.rename', { id, name });
        return true;
      } catch (error) {
        if (error instanceof BridgeError && error.code === 'name-taken') {
          ui().openDialog({ kind: 'merge-tags', id, name });
          return true;
        }
        ui().showToast({ tone: 'error', message: sentenceOf(error), undo: null });
        return false;
      }
    };
    return {
      rename: async ({ kind, id, name: before }, raw) => {
        const name = raw.trim();
        if (name === '' || name === before) return true;
        if (kind === 'tag') return renameTag(id, name);
        return worked(kind === 'smart' ? renameSmart({ id, name }) : renameCollection({ id, name }));
      },
      remove: async ({ kind, id, name }) => {
        const work = { tag: deleteTag, smart: deleteSmart, collection: deleteCollection }[kind];
        const gone = { tag: text.deletedTag, smart: text.deletedSmart, collection: text.deletedCollection }[kind];
        const result = await work({ id }).catch(() => null);
        if (!result) return;
        ui().showToast({ tone: 'info', message: say(gone, { name }), undo: result.undo });
        const { view } = ui();
        if ('id' in view && view.id === id) ui().setView({ kind: 'all' });
      },
      move: async (move, name) => {
        if (await worked(moveCollection({ ...move }))) ui().announce(say(text.moved, { name }));
      },
      moveSmart: async (id, before, name) => {
        if (await worked(moveSmart({ id, before }))) ui().announce(say(text.moved, { name }));
      },
      moveFeed: async (id, folder) => {
        await worked(editFeed({ ids: [id], folder }));
      },
      moveFolder: async (path, into) => {
        const to = folderInto(path, into);
        if (to !== path && (await worked(moveFolder({ from: path, to })))) ui().announce(say(text.moved, { name: path }));
      },
      receive: async ({ kind, id, name }, ids) => {
        if (ids.length === 0 || kind === 'smart') return;
        await worked(kind === 'tag' ? tag({ ids, add: [name] }) : collect({ ids, add: [id] }));
      },
    };
  }, [
    bridge,
    collect,
    deleteCollection,
    deleteSmart,
    deleteTag,
    editFeed,
    moveCollection,
    moveFolder,
    moveSmart,
    renameCollection,
    renameSmart,
    say,
    tag,
  ]);
}
