import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import css from './sidebar.module.css';
import { text } from './messages.ts';

/** The name of a row while it is being changed. Enter and leaving take it over, Escape does not; a refused name stays to be mended. */
export function RenameField({
  name,
  onRename,
  onDone,
}: {
  name: string;
  onRename: (name: string) => Promise<boolean>;
  onDone: (refocus: boolean) => void;
}): ReactNode {
  const intl = useIntl();
  const [value, setValue] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const settled = useRef(false);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const take = async (refocus: boolean): Promise<void> => {
    if (settled.current) return;
    settled.current = true;
    if (await onRename(value)) return onDone(refocus);
    settled.current = false;
    field.current?.focus();
  };

  return (
    <input
      ref={field}
      className={css['rename']}
      dir="auto"
      aria-label={intl.formatMessage(text.renameOf, { name })}
      value={value}
      maxLength={200}
      onChange={(event) => setValue(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => void take(false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') void take(true);
        else if (event.key === 'Escape') {
          settled.current = true;
          onDone(true);
        } else return;
        event.preventDefault();
      }}
    />
  );
}
