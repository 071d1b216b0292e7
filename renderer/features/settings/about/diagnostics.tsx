import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../../bridge/context.tsx';
import { useSetSettings, useSettings } from '../../../bridge/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { saveText } from '../../../ui/text-out.ts';
import { Section } from '../section.tsx';
import css from '../settings.module.css';
import { text } from './messages.ts';

/** The log: what it may note, and the text to hand to who helps. */
export function Diagnostics(): ReactNode {
  const { formatMessage: say } = useIntl();
  const bridge = useBridge();
  const { logAddresses } = useSettings();
  const { mutate: set } = useSetSettings();
  const [failed, setFailed] = useState(false);

  const save = async (): Promise<void> => {
    setFailed(false);
    try {
      const made = await bridge.call('app.diagnostics', { addresses: logAddresses });
      saveText(made.text, `Offprint diagnostics ${new Date().toISOString().slice(0, 10)}.txt`, 'text/plain');
    } catch {
      setFailed(true);
    }
  };
  return (
    <Section title={say(text.log)} note={say(text.logNote)}>
      <Checkbox isSelected={logAddresses} onChange={(on) => set({ logAddresses: on })}>
        {say(text.logAddresses)}
      </Checkbox>
      <div className={css['actions']}>
        <Button onPress={() => void save()}>{say(text.save)}</Button>
      </div>
      <p className={css['note']}>{say(text.saveNote)}</p>
      {failed && (
        <p role="alert" className={css['bad']}>
          {say(text.saveFailed)}
        </p>
      )}
    </Section>
  );
}
