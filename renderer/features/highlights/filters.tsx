import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { HighlightColour } from '../../../electron/contract/entities.ts';
import type { HighlightFilter } from '../../../electron/contract/methods/highlights.ts';
import { useSidebar } from '../../bridge/queries.ts';
import { TextField } from '../../ui/text-field.tsx';
import css from './highlights.module.css';
import { text } from './messages.ts';

/** What was chosen; `onlyOpen` = the article that is open, whichever that is. */
export type Chosen = Omit<HighlightFilter, 'article'> & { onlyOpen: boolean };

export const NO_FILTERS: Chosen = { text: '', colours: [], tag: null, noted: false, orphans: false, collection: null, onlyOpen: false };

const COLOURS: readonly HighlightColour[] = ['yellow', 'green', 'blue', 'pink'];

interface Props {
  chosen: Chosen;
  tags: readonly { id: string; name: string; count: number }[];
  /** An article is open. */
  canBeOpen: boolean;
  onChange: (chosen: Chosen) => void;
}

/** Search and filters over the highlights. */
export function Filters({ chosen, tags, canBeOpen, onChange }: Props): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const { data: sidebar } = useSidebar();
  const change = (part: Partial<Chosen>): void => {
    const next = { ...chosen, ...part };
    const none = JSON.stringify(next) === JSON.stringify(NO_FILTERS);
    onChange(none ? NO_FILTERS : next);
  };
  const toggle = (label: string, key: 'noted' | 'orphans' | 'onlyOpen'): ReactNode => (
    <ToggleButton className={css['toggle'] ?? ''} isSelected={chosen[key]} onChange={(on) => change({ [key]: on })}>
      {label}
    </ToggleButton>
  );
  return (
    <div role="search" aria-label={say(text.search)} className={css['filters']}>
      <TextField
        hideLabel
        type="search"
        label={say(text.search)}
        placeholder={say(text.search)}
        value={chosen.text}
        onChange={(value) => change({ text: value })}
      />
      <div role="group" aria-label={say(text.more)} className={css['toggles']}>
        {COLOURS.map((colour) => (
          <ToggleButton
            key={colour}
            className={css['toggle'] ?? ''}
            isSelected={chosen.colours.includes(colour)}
            onChange={(on) => change({ colours: COLOURS.filter((other) => (other === colour ? on : chosen.colours.includes(other))) })}
          >
            <span aria-hidden className={css['dot']} data-color={colour} />
            {say(text[colour])}
          </ToggleButton>
        ))}
        {toggle(say(text.noted), 'noted')}
        {toggle(say(text.orphans), 'orphans')}
        {canBeOpen && toggle(say(text.thisArticle), 'onlyOpen')}
        {tags.length > 0 && (
          <select
            className={css['select']}
            aria-label={say(text.tag)}
            value={chosen.tag ?? ''}
            onChange={(event) => change({ tag: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">{say(text.allTags)}</option>
            {tags.map(({ id, name, count }) => (
              <option key={id} value={id}>
                {say(text.tagCount, { name, count })}
              </option>
            ))}
          </select>
        )}
        {(sidebar?.collections.length ?? 0) > 0 && (
          <select
            className={css['select']}
            aria-label={say(text.collection)}
            value={chosen.collection ?? ''}
            onChange={(event) => change({ collection: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">{say(text.allCollections)}</option>
            {sidebar?.collections.map(({ id, path }) => (
              <option key={id} value={id}>
                {path}
              </option>
            ))}
          </select>
        )}
      </div>
    </div>
  );
}
