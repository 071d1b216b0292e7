import { Plus, X } from 'lucide-react';
import { useContext, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Tag,
  TagGroup,
  TagList,
} from 'react-aria-components';
import { completions, findName } from './name-completion.ts';
import css from './name-picker.module.css';
import field from './text-field.module.css';
import list from './popover.module.css';

const text = defineMessages<{ chosen: { label: string }; create: { name: string }; remove: { name: string } }>({
  chosen: { id: 'ui.names.chosen', defaultMessage: '{label}: chosen' },
  create: { id: 'ui.names.create', defaultMessage: 'New: {name}' },
  remove: { id: 'ui.names.remove', defaultMessage: 'Remove {name}' },
});

/** Key of the option that makes a name; no name begins with a space. */
const NEW = ' new';

export interface NamePickerProps {
  label: string;
  placeholder?: string;
  names: readonly string[];
  /** What there is already, most useful first. */
  suggestions: readonly string[];
  onChange: (names: string[]) => void;
  autoFocus?: boolean;
}

interface KeysProps {
  onKeyDown: (event: KeyboardEvent<HTMLElement>, list: { isOpen: boolean; close: () => void } | null) => void;
  children: ReactNode;
}

/** Sees keys before the combo box does, and knows whether its list is open. */
function Keys({ onKeyDown, children }: KeysProps): ReactNode {
  const state = useContext(ComboBoxStateContext);
  return <div onKeyDownCapture={(event) => onKeyDown(event, state)}>{children}</div>;
}

/**
 * A field of names: type, choose or make new, with Enter or a comma. Backspace in the empty field takes the last one away. What is typed
 * when the focus leaves is kept as a name.
 */
export function NamePicker({ label, placeholder, names, suggestions, onChange, autoFocus = false }: NamePickerProps): ReactNode {
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const offered = useMemo(() => (typed.trim() === '' ? [] : completions(suggestions, names, typed)), [suggestions, names, typed]);
  const fresh = typed.trim();
  const options = [
    ...offered.map((name) => ({ id: name, name, isNew: false })),
    ...(fresh !== '' && findName(suggestions, fresh) === null && findName(names, fresh) === null
      ? [{ id: NEW, name: fresh, isNew: true }]
      : []),
  ];

  const add = (raw: string): void => {
    setTyped('');
    const added = raw
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => findName(suggestions, part) ?? part);
    const next = [...names];
    for (const name of added) if (findName(next, name) === null) next.push(name);
    if (next.length !== names.length) onChange(next);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, list: { isOpen: boolean; close: () => void } | null): void => {
    const input = event.target as HTMLInputElement;
    if (event.nativeEvent.isComposing) return;
    // An option that the arrows have reached is chosen by the combo box itself.
    if (event.key === 'Enter' && fresh !== '' && !input.getAttribute('aria-activedescendant')) {
      event.preventDefault();
      event.stopPropagation();
      add(typed);
    } else if (event.key === 'Escape' && list?.isOpen) {
      // Out one level: the list, not the dialog around it.
      event.stopPropagation();
      list.close();
    } else if (event.key === 'Backspace' && typed === '' && names.length > 0) {
      onChange(names.slice(0, -1));
    }
  };

  return (
    <div className={css['picker'] ?? ''}>
      <ComboBox
        className={field['field'] ?? ''}
        items={options}
        inputValue={typed}
        onInputChange={(value) => (value.includes(',') ? add(value) : setTyped(value))}
        value={null}
        onChange={(key) => {
          const chosen = options.find(({ id }) => id === key);
          if (chosen) add(chosen.name);
        }}
        onBlur={() => add(typed)}
        allowsCustomValue
        menuTrigger="input"
      >
        <Label className={field['label'] ?? ''}>{label}</Label>
        <Keys onKeyDown={onKeyDown}>
          <Input
            className={field['input'] ?? ''}
            dir="auto"
            autoFocus={autoFocus}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
        </Keys>
        <Popover data-overlay="" className={list['popover'] ?? ''} offset={4}>
          <ListBox<(typeof options)[number]> className={list['list'] ?? ''}>
            {(option) => (
              <ListBoxItem
                textValue={option.isNew ? intl.formatMessage(text.create, { name: option.name }) : option.name}
                className={list['item'] ?? ''}
              >
                {option.isNew && <Plus aria-hidden />}
                <span dir="auto" className={list['itemText'] ?? ''}>
                  {option.isNew ? intl.formatMessage(text.create, { name: option.name }) : option.name}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {names.length > 0 && (
        <TagGroup
          aria-label={intl.formatMessage(text.chosen, { label })}
          onRemove={(removed) => onChange(names.filter((name) => !removed.has(name)))}
        >
          <TagList className={css['chosen'] ?? ''}>
            {names.map((name) => (
              <Tag key={name} id={name} textValue={name} className={css['name'] ?? ''}>
                <span dir="auto">{name}</span>
                <Button slot="remove" aria-label={intl.formatMessage(text.remove, { name })} className={css['remove'] ?? ''}>
                  <X aria-hidden />
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}
