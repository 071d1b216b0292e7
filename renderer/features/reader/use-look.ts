import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ArticleDetail, ArticleLook } from '../../../electron/contract/entities.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { useSetSettings } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useCommands } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { stepSize, USUAL } from './text-size.ts';
import { useTextSize } from './use-text-size.ts';

export interface LookControl {
  /** This article is set in its own way. */
  readonly own: boolean;
  /** Sets it in its own way, beginning with how it looks now; or as all others again. */
  setOwn: (own: boolean) => void;
  /** Changes how this article is set where it has its own way, otherwise how all are. The theme is always everybody's. */
  change: (patch: Partial<Settings>) => void;
  step: (change: 1 | -1 | 0) => void;
}

/** How the open article is set, and for whom a change counts. */
export function useLook(article: ArticleDetail, settings: Settings): LookControl {
  const bridge = useBridge();
  const client = useQueryClient();
  const { mutate: setSettings } = useSetSettings();
  const stepAll = useTextSize();
  const { id, look } = article;
  const setLook = useCallback(
    (next: ArticleLook | null): void => {
      client.setQueryData<ArticleDetail>(keys.article(id), (known) => {
        if (!known) return known;
        const copy: ArticleDetail = { ...known };
        if (next === null) delete copy.look;
        else copy.look = next;
        return copy;
      });
      bridge.call('articles.setLook', { id, look: next }).catch((error: unknown) => {
        void client.invalidateQueries({ queryKey: keys.article(id) });
        useUiStore.getState().showToast({ tone: 'error', message: sentenceOf(error), undo: null });
      });
    },
    [bridge, client, id],
  );
  const own = look !== undefined;
  const step = (change: 1 | -1 | 0): void => {
    if (!own) return stepAll(change);
    // Read where the last step left it: two quick presses are two steps.
    const now = client.getQueryData<ArticleDetail>(keys.article(id))?.look ?? look;
    setLook({ ...now, fontSize: change === 0 ? USUAL : stepSize(now.fontSize ?? settings.fontSize, change) });
  };
  useCommands({
    'reader.larger': () => (own ? step(1) : false),
    'reader.smaller': () => (own ? step(-1) : false),
    'reader.resetSize': () => (own ? step(0) : false),
  });
  return {
    own,
    step,
    setOwn: (wanted) => {
      const { fontSize, lineHeight, measure, fontFamily, justify } = settings;
      setLook(wanted ? { fontSize, lineHeight, measure, fontFamily, justify } : null);
    },
    change: (patch) => {
      if (!own) return setSettings(patch);
      const { theme, fontSize, lineHeight, measure, fontFamily, justify } = patch;
      if (theme !== undefined) setSettings({ theme });
      const given = Object.entries({ fontSize, lineHeight, measure, fontFamily, justify }).filter(([, value]) => value !== undefined);
      if (given.length > 0) setLook({ ...look, ...Object.fromEntries(given) });
    },
  };
}
