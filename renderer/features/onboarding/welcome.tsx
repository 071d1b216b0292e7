import { BookOpenText, FileDown, Link2 } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useArticleRows } from '../../bridge/article-rows.ts';
import { useSetSettings } from '../../bridge/queries.ts';
import { words } from '../../i18n/words.ts';
import { useListOf } from '../../state/list-of.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { TextField } from '../../ui/text-field.tsx';
import css from './welcome.module.css';

const text = words({
  title: { id: 'welcome.title', defaultMessage: 'Read it here, with or without a network' },
  lead: {
    id: 'welcome.lead',
    defaultMessage: 'Offprint keeps whole articles on this computer: the text, the images, and the page they came from.',
  },
  link: { id: 'welcome.link', defaultMessage: 'Paste a link' },
  linkLabel: { id: 'welcome.linkLabel', defaultMessage: 'Address of an article' },
  save: { id: 'welcome.save', defaultMessage: 'Save…' },
  file: { id: 'welcome.file', defaultMessage: 'Drop a file' },
  fileText: { id: 'welcome.fileText', defaultMessage: 'An HTML page or a plain text, anywhere in this window.' },
  choose: { id: 'welcome.choose', defaultMessage: 'Choose a file…' },
  sample: { id: 'welcome.sample', defaultMessage: 'Read a sample' },
  sampleText: { id: 'welcome.sampleText', defaultMessage: 'A few pieces of our own are in the list, in several scripts.' },
  open: { id: 'welcome.open', defaultMessage: 'Open the first one' },
  close: { id: 'welcome.close', defaultMessage: 'Do not show this again' },
});

/**
 * The first thing a new library says: the three ways in. Gone for good once it is closed or has done its work. `compact` stands over the
 * list of a narrow window: the field only.
 */
export function Welcome({ compact = false }: { compact?: boolean }): ReactNode {
  const intl = useIntl();
  const { mutate: setSettings } = useSetSettings();
  const sample = useArticleRows(useListOf(), 0, 0).rowAt(0);
  const { openDialog, openArticle } = useUiStore.getState();
  const [address, setAddress] = useState('');

  const close = (): void => setSettings({ welcomed: true });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (address.trim() === '') return;
    close();
    openDialog({ kind: 'add', text: address.trim() });
  };

  return (
    <section className={cx(css['welcome'], compact && css['compact'])} aria-labelledby="welcome-title">
      <h2 id="welcome-title" className={css['title']}>
        {intl.formatMessage(text.title)}
      </h2>
      {!compact && <p className={css['lead']}>{intl.formatMessage(text.lead)}</p>}
      <ul className={css['ways']}>
        <li className={css['way']}>
          <Link2 aria-hidden />
          <div className={css['what']}>
            <h3>{intl.formatMessage(text.link)}</h3>
            <form className={css['form']} onSubmit={submit}>
              <TextField
                label={intl.formatMessage(text.linkLabel)}
                hideLabel
                dir="ltr"
                inputMode="url"
                placeholder="https://"
                value={address}
                onChange={setAddress}
                className={css['address']}
              />
              <Button type="submit" variant="primary" isDisabled={address.trim() === ''}>
                {intl.formatMessage(text.save)}
              </Button>
            </form>
          </div>
        </li>
        {!compact && (
          <li className={css['way']}>
            <FileDown aria-hidden />
            <div className={css['what']}>
              <h3>{intl.formatMessage(text.file)}</h3>
              <p>{intl.formatMessage(text.fileText)}</p>
              <Button
                size="sm"
                onPress={() => {
                  close();
                  openDialog({ kind: 'add' });
                }}
              >
                {intl.formatMessage(text.choose)}
              </Button>
            </div>
          </li>
        )}
        {!compact && sample && (
          <li className={css['way']}>
            <BookOpenText aria-hidden />
            <div className={css['what']}>
              <h3>{intl.formatMessage(text.sample)}</h3>
              <p>{intl.formatMessage(text.sampleText)}</p>
              <Button
                size="sm"
                onPress={() => {
                  close();
                  openArticle(sample.id, { show: true });
                }}
              >
                {intl.formatMessage(text.open)}
              </Button>
            </div>
          </li>
        )}
      </ul>
      <Button variant="quiet" size="sm" className={css['close']} onPress={close}>
        {intl.formatMessage(text.close)}
      </Button>
    </section>
  );
}
