import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSetSettings, useSettings } from '../../bridge/queries.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { text } from './messages.ts';
import css from './settings.module.css';

export function KeysTab(): ReactNode {
  const intl = useIntl();
  const { singleKeys } = useSettings();
  const { mutate: set } = useSetSettings();
  return (
    <>
      <div>
        <Checkbox isSelected={singleKeys} onChange={(value) => set({ singleKeys: value })}>
          {intl.formatMessage(text.singleKeys)}
        </Checkbox>
        <p className={css['note']}>{intl.formatMessage(text.singleKeysNote)}</p>
      </div>
      <div>
        <Button onPress={() => useUiStore.getState().openDialog({ kind: 'shortcuts' })}>{intl.formatMessage(text.showKeys)}</Button>
      </div>
    </>
  );
}
