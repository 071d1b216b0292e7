import { useMemo, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFeeds } from '../../bridge/queries.ts';
import { compareIn } from '../../i18n/collator.ts';
import { TextField } from '../../ui/text-field.tsx';
import css from './feeds.module.css';
import { text } from './messages.ts';

/** The folder of a feed: typed, or taken from those there are. */
export function FolderField({ value, onChange }: { value: string; onChange: (folder: string) => void }): ReactNode {
  const intl = useIntl();
  const feeds = useFeeds();
  const folders = useMemo(
    () =>
      [...new Set(feeds.map(({ folder }) => folder))].filter((folder) => folder !== '' && folder !== value).sort(compareIn(intl.locale)),
    [feeds, value, intl.locale],
  );
  return (
    <div>
      <TextField
        label={intl.formatMessage(text.folder)}
        description={intl.formatMessage(text.folderHint)}
        value={value}
        maxLength={300}
        onChange={onChange}
      />
      {folders.length > 0 && (
        <div className={css['folders']}>
          {folders.slice(0, 12).map((folder) => (
            <button key={folder} type="button" className={css['chip']} onClick={() => onChange(folder)}>
              {folder}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
