import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { LANGUAGES, languageFor, type LanguageSetting } from '../../../electron/contract/languages.ts';
import { useSetSettings, useSettings } from '../../bridge/queries.ts';
import { cx } from '../../ui/cx.ts';
import list from '../../ui/popover.module.css';
import field from '../../ui/text-field.module.css';
import css from './language-field.module.css';
import { text } from './messages.ts';

/** The language of the window: each by its own name, so that it is found whatever the window speaks now. */
export function LanguageField(): ReactNode {
  const intl = useIntl();
  const { language } = useSettings();
  const { mutate: set } = useSetSettings();
  const system = languageFor('system', navigator.languages);
  const nameOf = (id: string): string => LANGUAGES.find((one) => one.id === id)?.name ?? id;
  const choices: readonly { id: LanguageSetting; name: string; lang: string | undefined }[] = [
    { id: 'system', name: intl.formatMessage(text.languageSystem, { language: nameOf(system) }), lang: undefined },
    ...LANGUAGES.map(({ id, name, locale }) => ({ id, name, lang: locale })),
  ];
  return (
    <Select className={field['field'] ?? ''} value={language} onChange={(chosen) => set({ language: chosen as LanguageSetting })}>
      <Label className={field['label'] ?? ''}>{intl.formatMessage(text.language)}</Label>
      <Button className={cx(field['input'], css['button'])}>
        <SelectValue className={css['value'] ?? ''}>{({ selectedText }) => <bdi>{selectedText}</bdi>}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className={list['popover'] ?? ''} offset={4}>
        <ListBox className={list['list'] ?? ''} items={choices}>
          {({ id, name, lang }) => (
            <ListBoxItem id={id} textValue={name} className={list['item'] ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={css['check']}>{isSelected && <Check aria-hidden />}</span>
                  <span className={list['itemText']}>
                    <bdi lang={lang}>{name}</bdi>
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
