import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { TagSuggestion } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import css from './checklist.module.css';
import { text } from './messages.ts';

/** Articles that are looked at for suggestions; more would only make them vaguer. */
const LOOKED_AT = 8;
const SHOWN = 6;

/** Tags the articles might want, each with its reason. `chosen` are those that are in the list already. */
export function TagSuggestions({
  ids,
  chosen,
  onChoose,
}: {
  ids: readonly string[];
  chosen: (name: string) => boolean;
  onChoose: (name: string) => void;
}): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const asked = ids.slice(0, LOOKED_AT);
  const { data } = useQuery({
    queryKey: ['tag-suggestions', asked],
    queryFn: () => bridge.call('tags.suggest', { ids: asked }),
    staleTime: 0,
    gcTime: 0,
  });
  const offered = (data?.tags ?? []).filter(({ name }) => !chosen(name)).slice(0, SHOWN);
  if (offered.length === 0) return null;
  const why = ({ similar, times, exists }: TagSuggestion): string => {
    if (similar > 1) return intl.formatMessage(text.suggestSimilar, { count: similar });
    return intl.formatMessage(exists ? text.suggestTimes : text.suggestWord, { count: times });
  };
  return (
    <div role="group" aria-label={intl.formatMessage(text.suggested)} className={css['suggested']}>
      {offered.map((suggestion) => (
        <button key={suggestion.name} type="button" className={css['suggestion']} onClick={() => onChoose(suggestion.name)}>
          <Plus aria-hidden />
          <bdi>{suggestion.name}</bdi> <span className={css['why']}>{why(suggestion)}</span>
        </button>
      ))}
    </div>
  );
}
