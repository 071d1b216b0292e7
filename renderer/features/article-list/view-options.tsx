import { ArrowDownNarrowWide, ArrowDownWideNarrow, SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { View } from '../../../electron/contract/entities.ts';
import { useListLook, useSetListLook } from '../../bridge/list-look.ts';
import { useSettings } from '../../bridge/queries.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuChoice, MenuItem, MenuPart, MenuSeparator, MenuTrigger } from '../../ui/menu.tsx';
import { listText as text } from './messages.ts';

const SORTS = ['saved', 'published', 'title', 'source', 'length', 'progress'] as const;
const GROUPS = ['none', 'day', 'source'] as const;
const DENSITIES = ['compact', 'comfortable', 'cards'] as const;
/** Names go from A to Z; everything else begins with the newest, longest, furthest. */
const usualDirection = (by: string): boolean => by !== 'title' && by !== 'source';

/** Order, groups and row size of a list, remembered for this view. */
export function ViewOptions({ view }: { view: View }): ReactNode {
  const intl = useIntl();
  const settings = useSettings();
  const look = useListLook(view);
  const set = useSetListLook(view);
  const by = look.sort?.by ?? 'saved';
  const descending = look.sort?.descending ?? true;
  const group = look.group ?? 'none';
  const density = look.density ?? settings.density;
  const sortBy = (chosen: (typeof SORTS)[number]): void => {
    const fits = chosen === 'source' ? group === 'source' : group !== 'source' && (chosen === 'saved' || chosen === 'published');
    set({ sort: { by: chosen, descending: usualDirection(chosen) }, ...(!fits && { group: 'none' as const }) });
  };
  const groupBy = (chosen: (typeof GROUPS)[number]): void => {
    // Groups stand together only in an order of their own.
    if (chosen === 'source') return set({ group: chosen, sort: { by: 'source', descending: false } });
    const ordered = by === 'saved' || by === 'published';
    set({ group: chosen, ...(chosen === 'day' && !ordered && { sort: { by: 'saved' as const, descending: true } }) });
  };
  return (
    <MenuTrigger>
      <IconButton label={intl.formatMessage(text.viewOptions)} icon={<SlidersHorizontal />} />
      <Menu aria-label={intl.formatMessage(text.viewOptions)}>
        <MenuPart title={intl.formatMessage(text.sortBy)} selected={by}>
          {SORTS.map((name) => (
            <MenuChoice key={name} id={name} onAction={() => sortBy(name)}>
              {intl.formatMessage(text[`sort_${name}`])}
            </MenuChoice>
          ))}
        </MenuPart>
        <MenuItem
          id="direction"
          icon={descending ? <ArrowDownWideNarrow /> : <ArrowDownNarrowWide />}
          onAction={() => set({ sort: { by, descending: !descending } })}
        >
          {intl.formatMessage(text.reverse)}
        </MenuItem>
        <MenuSeparator />
        <MenuPart title={intl.formatMessage(text.groupBy)} selected={`group-${group}`}>
          {GROUPS.map((name) => (
            <MenuChoice key={name} id={`group-${name}`} onAction={() => groupBy(name)}>
              {intl.formatMessage(text[`group_${name}`])}
            </MenuChoice>
          ))}
        </MenuPart>
        <MenuSeparator />
        <MenuPart title={intl.formatMessage(text.density)} selected={density}>
          {DENSITIES.map((name) => (
            <MenuChoice key={name} id={name} onAction={() => set({ density: name })}>
              {intl.formatMessage(text[name])}
            </MenuChoice>
          ))}
        </MenuPart>
      </Menu>
    </MenuTrigger>
  );
}
