import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { listText } from './messages.ts';

/** Fetches what is missing of every incomplete article; the strip at the foot of the window shows how it goes. */
export function CompleteAll(): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const start = async (): Promise<void> => {
    try {
      const { ids } = await bridge.call('articles.ids', { view: { kind: 'incomplete' } });
      if (ids.length > 0) await bridge.call('capture.renew', { ids, what: 'complete' });
    } catch (error) {
      useUiStore.getState().showToast({ tone: 'error', message: sentenceOf(error), undo: null });
    }
  };
  return (
    <Button size="sm" onPress={() => void start()}>
      {intl.formatMessage(listText.completeAll)}
    </Button>
  );
}
