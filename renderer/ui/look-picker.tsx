import { Ban } from 'lucide-react';
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useIntl, type MessageDescriptor } from 'react-intl';
import type { Colour, Icon } from '../../electron/contract/entities.ts';
import { words } from '../i18n/words.ts';
import css from './look-picker.module.css';
import { COLOUR_NAMES, ICON_NAMES, ICON_PICTURES, tint } from './looks.table.ts';
import field from './text-field.module.css';

const text = words({
  colour: { id: 'look.colour', defaultMessage: 'Colour' },
  icon: { id: 'look.icon', defaultMessage: 'Icon' },
  none: { id: 'look.none', defaultMessage: 'None' },
  usual: { id: 'look.usual', defaultMessage: 'The usual one' },
});

const COLOURS = words({
  red: { id: 'look.red', defaultMessage: 'Red' },
  orange: { id: 'look.orange', defaultMessage: 'Orange' },
  yellow: { id: 'look.yellow', defaultMessage: 'Yellow' },
  green: { id: 'look.green', defaultMessage: 'Green' },
  teal: { id: 'look.teal', defaultMessage: 'Teal' },
  blue: { id: 'look.blue', defaultMessage: 'Blue' },
  purple: { id: 'look.purple', defaultMessage: 'Purple' },
  pink: { id: 'look.pink', defaultMessage: 'Pink' },
  grey: { id: 'look.grey', defaultMessage: 'Grey' },
});

const ICONS: Readonly<Record<Icon, MessageDescriptor>> = words({
  folder: { id: 'look.icon.folder', defaultMessage: 'Folder' },
  book: { id: 'look.icon.book', defaultMessage: 'Book' },
  newspaper: { id: 'look.icon.newspaper', defaultMessage: 'Newspaper' },
  star: { id: 'look.icon.star', defaultMessage: 'Star' },
  heart: { id: 'look.icon.heart', defaultMessage: 'Heart' },
  flag: { id: 'look.icon.flag', defaultMessage: 'Flag' },
  bookmark: { id: 'look.icon.bookmark', defaultMessage: 'Bookmark' },
  globe: { id: 'look.icon.globe', defaultMessage: 'Globe' },
  map: { id: 'look.icon.map', defaultMessage: 'Map' },
  home: { id: 'look.icon.home', defaultMessage: 'Home' },
  work: { id: 'look.icon.work', defaultMessage: 'Work' },
  code: { id: 'look.icon.code', defaultMessage: 'Code' },
  science: { id: 'look.icon.science', defaultMessage: 'Science' },
  music: { id: 'look.icon.music', defaultMessage: 'Music' },
  film: { id: 'look.icon.film', defaultMessage: 'Film' },
  camera: { id: 'look.icon.camera', defaultMessage: 'Camera' },
  art: { id: 'look.icon.art', defaultMessage: 'Art' },
  food: { id: 'look.icon.food', defaultMessage: 'Food' },
  health: { id: 'look.icon.health', defaultMessage: 'Health' },
  money: { id: 'look.icon.money', defaultMessage: 'Money' },
  law: { id: 'look.icon.law', defaultMessage: 'Law' },
  people: { id: 'look.icon.people', defaultMessage: 'People' },
  idea: { id: 'look.icon.idea', defaultMessage: 'Idea' },
  search: { id: 'look.icon.search', defaultMessage: 'Search' },
});

const NONE = 'none';

/** One of the colours, or none. */
export function ColourPicker({ value, onChange }: { value: Colour | null; onChange: (colour: Colour | null) => void }): ReactNode {
  const intl = useIntl();
  return (
    <RadioGroup
      className={field['field'] ?? ''}
      orientation="horizontal"
      value={value ?? NONE}
      onChange={(next) => onChange(COLOUR_NAMES.find((name) => name === next) ?? null)}
    >
      <Label className={field['label'] ?? ''}>{intl.formatMessage(text.colour)}</Label>
      <div className={css['row']}>
        <Radio value={NONE} className={css['choice'] ?? ''} aria-label={intl.formatMessage(text.none)}>
          <Ban aria-hidden className={css['none']} />
        </Radio>
        {COLOUR_NAMES.map((name) => (
          <Radio key={name} value={name} className={css['choice'] ?? ''} aria-label={intl.formatMessage(COLOURS[name])}>
            <span aria-hidden className={css['swatch']} style={{ background: tint(name) }} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** One of the pictures, or the usual one. `usual` shows what that is. */
export function IconPicker({
  value,
  usual,
  onChange,
}: {
  value: Icon | null;
  usual: ReactNode;
  onChange: (icon: Icon | null) => void;
}): ReactNode {
  const intl = useIntl();
  return (
    <RadioGroup
      className={field['field'] ?? ''}
      orientation="horizontal"
      value={value ?? NONE}
      onChange={(next) => onChange(ICON_NAMES.find((name) => name === next) ?? null)}
    >
      <Label className={field['label'] ?? ''}>{intl.formatMessage(text.icon)}</Label>
      <div className={css['row']}>
        <Radio value={NONE} className={css['choice'] ?? ''} aria-label={intl.formatMessage(text.usual)}>
          {usual}
        </Radio>
        {ICON_NAMES.map((name) => {
          const Picture = ICON_PICTURES[name];
          return (
            <Radio key={name} value={name} className={css['choice'] ?? ''} aria-label={intl.formatMessage(ICONS[name])}>
              <Picture aria-hidden />
            </Radio>
          );
        })}
      </div>
    </RadioGroup>
  );
}
