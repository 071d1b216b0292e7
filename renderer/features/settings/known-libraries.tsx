import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { MethodOutput } from '../../../electron/contract/methods.ts';
import { Button } from '../../ui/button.tsx';
import { text } from './places-messages.ts';
import css from './settings.module.css';
import own from './known-libraries.module.css';

/** The libraries that were opened on this computer, and old folders that may go. */
export function KnownLibraries({
  places,
  onOpen,
  onForget,
  onRemoveOld,
}: {
  places: MethodOutput<'libraries.list'>;
  onOpen: (path: string) => void;
  onForget: (path: string) => void;
  onRemoveOld: (path: string) => void;
}): ReactNode {
  const say = useIntl().formatMessage;
  const [sure, setSure] = useState<string | null>(null);
  return (
    <>
      {places.removable.map((path) => (
        <div key={path} className={css['question']} role="group" aria-label={say(text.old)}>
          <p>{say(sure === path ? text.oldSure : text.oldThere, { path })}</p>
          <div className={css['actions']}>
            {sure === path ? (
              <>
                <Button autoFocus onPress={() => setSure(null)}>
                  {say(text.cancel)}
                </Button>
                <Button variant="danger" onPress={() => onRemoveOld(path)}>
                  {say(text.oldConfirm)}
                </Button>
              </>
            ) : (
              <Button onPress={() => setSure(path)}>{say(text.oldRemove)}</Button>
            )}
          </div>
        </div>
      ))}
      {places.libraries.length > 1 && (
        <ul className={own['list']} aria-label={say(text.known)}>
          {places.libraries.map(({ name, path, open, found }) => (
            <li key={path} className={own['library']}>
              <div className={own['words']}>
                <span dir="auto">{name}</span>
                <span className={own['path']} dir="ltr">
                  {path}
                </span>
                {!found && <span className={css['bad']}>{say(text.missing)}</span>}
              </div>
              {open ? (
                <span className={css['note']}>{say(text.isOpen)}</span>
              ) : (
                <div className={css['actions']}>
                  {found && (
                    <Button aria-label={say(text.switchTo, { name })} onPress={() => onOpen(path)}>
                      {say(text.switch)}
                    </Button>
                  )}
                  <Button aria-label={say(text.forgetNamed, { name })} onPress={() => onForget(path)}>
                    {say(text.forget)}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
