import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { cx } from './cx.ts';
import css from './text-field.module.css';

type KeyboardEvent = Parameters<NonNullable<AriaTextFieldProps['onKeyDown']>>[0];

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  label: string;
  /** The label is spoken, not shown. */
  hideLabel?: boolean;
  description?: ReactNode;
  /** What is wrong and what to do; turns the field invalid. */
  error?: string | null;
  placeholder?: string;
  /** Rows of a text area; a single line without. */
  rows?: number;
  /** The text may be in any script: it sets its own direction. */
  dir?: 'auto' | 'ltr';
  className?: string | undefined;
}

export function TextField({
  label,
  hideLabel = false,
  description,
  error,
  placeholder,
  rows,
  dir = 'auto',
  className,
  onKeyDown,
  ...props
}: TextFieldProps): ReactNode {
  const hint = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField
      {...props}
      // A handler swallows every key unless it says otherwise, and Escape would no longer close the dialog around the field.
      {...(onKeyDown && {
        onKeyDown: (event: KeyboardEvent) => {
          onKeyDown(event);
          if (!event.isDefaultPrevented()) event.continuePropagation();
        },
      })}
      isInvalid={error != null}
      className={cx(css['field'], className)}
    >
      <Label className={cx(css['label'], hideLabel && css['hidden'])}>{label}</Label>
      {rows === undefined ? (
        <Input {...hint} dir={dir} className={css['input'] ?? ''} />
      ) : (
        <TextArea {...hint} dir={dir} rows={rows} className={cx(css['input'], css['area'])} />
      )}
      {description != null && (
        <Text slot="description" className={css['description'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={css['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
