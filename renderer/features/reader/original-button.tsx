import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { BridgeError, sentenceOf } from '../../bridge/types.ts';
import { words } from '../../i18n/words.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';

const text = words({ openPdf: { id: 'reader.openPdf', defaultMessage: 'Open the original PDF' } });

/** Opens the file that an article was made from: in the program for it, or in the browser that shows the window. */
export function OriginalButton({ id, className }: { id: string; className?: string | undefined }): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const open = (): void => {
    bridge.call('articles.openOriginal', { id }).catch((error: unknown) => {
      // A browser can show it itself.
      if (error instanceof BridgeError && error.code === 'not-supported-here')
        window.open(`/original/${id}.pdf`, '_blank', 'noopener,noreferrer');
      else useUiStore.getState().showToast({ tone: 'error', message: sentenceOf(error), undo: null });
    });
  };
  return (
    <Button size="sm" className={className} icon={<FileText aria-hidden />} onPress={open}>
      {intl.formatMessage(text.openPdf)}
    </Button>
  );
}
