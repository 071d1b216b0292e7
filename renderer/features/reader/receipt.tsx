import { ChevronDown, CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { ArticleDetail } from '../../../electron/contract/entities.ts';
import { cx } from '../../ui/cx.ts';
import { ReceiptActions } from './receipt-actions.tsx';
import { ReceiptDetails } from './receipt-details.tsx';
import { receiptLine } from './receipt-words.ts';
import css from './receipt.module.css';

const ICONS = { complete: CircleCheck, partial: CircleDashed, failed: CircleAlert };

/** One calm line: what was stored. It opens to everything that is known about it. */
export function Receipt({ article, now }: { article: ArticleDetail; now: number }): ReactNode {
  const intl = useIntl();
  const { status } = article.receipt;
  const Icon = ICONS[status];
  const line = receiptLine(intl, article.receipt, article.savedAt, now);
  if (!article.fullReceipt) {
    return (
      <p className={cx(css['line'], css[status])}>
        <Icon aria-hidden />
        <span dir="auto">{line}</span>
      </p>
    );
  }
  return (
    <Disclosure className={css['receipt'] ?? ''}>
      <Heading level={2} className={css['heading'] ?? ''}>
        <Button slot="trigger" className={cx(css['line'], css['trigger'], css[status])}>
          <Icon aria-hidden />
          <span dir="auto">{line}</span>
          <ChevronDown aria-hidden className={css['chevron']} />
        </Button>
      </Heading>
      <DisclosurePanel className={css['panel'] ?? ''}>
        {!article.trashed && <ReceiptActions article={article} now={now} />}
        <ReceiptDetails receipt={article.fullReceipt} folder={article.folder} otherUrls={article.otherUrls ?? []} />
      </DisclosurePanel>
    </Disclosure>
  );
}
