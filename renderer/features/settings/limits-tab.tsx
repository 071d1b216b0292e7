import { useState, type ReactNode } from 'react';
import { useIntl, type MessageDescriptor } from 'react-intl';
import { useSetSettings, useSettings } from '../../bridge/queries.ts';
import { TextField } from '../../ui/text-field.tsx';
import { text } from './messages.ts';
import css from './settings.module.css';

type Limit = 'maxPageMb' | 'maxImageMb' | 'maxArticleMb';

/** Smallest and largest, megabytes; as the settings allow. */
const LIMITS: readonly { name: Limit; label: MessageDescriptor; max: number }[] = [
  { name: 'maxPageMb', label: text.maxPage, max: 500 },
  { name: 'maxImageMb', label: text.maxImage, max: 500 },
  { name: 'maxArticleMb', label: text.maxArticle, max: 2000 },
];

/** A typed limit in megabytes, or null where it is none. */
export function parseLimit(typed: string, max: number): number | null {
  if (!/^\s*\d{1,5}\s*$/.test(typed)) return null;
  const value = Number(typed);
  return value >= 1 && value <= max ? value : null;
}

export function LimitsTab(): ReactNode {
  const intl = useIntl();
  return (
    <>
      <p className={css['note']}>{intl.formatMessage(text.limitsNote)}</p>
      {LIMITS.map((limit) => (
        <LimitField key={limit.name} {...limit} />
      ))}
    </>
  );
}

/** What is typed counts as soon as it is a number in range; until then the field says what it wants and the old value holds. */
function LimitField({ name, label, max }: { name: Limit; label: MessageDescriptor; max: number }): ReactNode {
  const intl = useIntl();
  const settings = useSettings();
  const { mutate: set } = useSetSettings();
  const [typed, setTyped] = useState(String(settings[name]));
  const value = parseLimit(typed, max);
  return (
    <TextField
      label={`${intl.formatMessage(label)} (${intl.formatMessage(text.megabytes)})`}
      className={css['limit']}
      inputMode="numeric"
      dir="ltr"
      value={typed}
      error={value === null ? intl.formatMessage(text.range, { min: 1, max }) : null}
      onChange={(next) => {
        setTyped(next);
        const limit = parseLimit(next, max);
        if (limit !== null && limit !== settings[name]) set({ [name]: limit });
      }}
    />
  );
}
