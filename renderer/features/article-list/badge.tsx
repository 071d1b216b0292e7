import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ReceiptSummary } from '../../../electron/contract/entities.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { cx } from '../../ui/cx.ts';
import { rowText } from './messages.ts';
import css from './row.module.css';

const ICONS = { complete: CircleCheck, partial: CircleDashed, failed: CircleAlert } as const;

/** What of the article is on this computer: a shape and words, never only a colour. */
export function OfflineBadge({ receipt }: { receipt: ReceiptSummary }): ReactNode {
  const intl = useIntl();
  const Icon = ICONS[receipt.status];
  const missing = receipt.images > receipt.imagesStored;
  const message = receipt.status === 'partial' && !missing ? rowText.partialText : rowText[receipt.status];
  const words = intl.formatMessage(message, { images: receipt.images, stored: receipt.imagesStored });
  return (
    <span className={cx(css['badge'], css[receipt.status])} title={words}>
      <Icon aria-hidden />
      <VisuallyHidden>{` ${words}.`}</VisuallyHidden>
    </span>
  );
}
