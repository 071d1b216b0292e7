import type { ReactNode } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import css from './listbox.module.css';
import { listText } from './messages.ts';

const DAY_MS = 86_400_000;

/** A group in words: today, yesterday, the date; or the source as its first article says it. */
export function groupName(intl: IntlShape, by: 'day' | 'source' | null, key: string, source: string, now: number): string {
  if (by === 'source') return source;
  if (key === '') return intl.formatMessage(listText.noDate);
  const [year = 1, month = 1, day = 1] = key.split('-').map(Number);
  const date = new Date(year, month - 1, day);
  const today = new Date(now);
  const days = Math.round((new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime() - date.getTime()) / DAY_MS);
  if (days === 0) return intl.formatMessage(listText.today);
  if (days === 1) return intl.formatMessage(listText.yesterday);
  const sameYear = year === today.getFullYear();
  return intl.formatDate(date, { weekday: 'long', day: 'numeric', month: 'long', ...(!sameYear && { year: 'numeric' }) });
}

export function GroupHead({ name, count }: { name: string; count: number }): ReactNode {
  const intl = useIntl();
  return (
    <>
      <span className={css['headName']} dir="auto">
        {name}
      </span>
      <span className={css['headCount']}>{intl.formatNumber(count)}</span>
    </>
  );
}
