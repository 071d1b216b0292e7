import { Check, ChevronDown, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { ExplainLine, Receipt } from '../../../electron/contract/entities.ts';
import { cx } from '../../ui/cx.ts';
import css from './receipt-explain.module.css';
import { explainText as text } from './receipt-messages.ts';

/** What each step of the extraction took off the page and what it kept, and why. Nothing for an article that was stored before this was noted. */
export function ReceiptExplain({ steps }: { steps: Receipt['steps'] }): ReactNode {
  const intl = useIntl();
  const explained = steps.filter(({ explain }) => explain !== undefined && explain.length > 0);
  if (explained.length === 0) return null;
  return (
    <Disclosure>
      <Heading level={3} className={css['heading'] ?? ''}>
        <Button slot="trigger" className={css['trigger'] ?? ''}>
          <span>{intl.formatMessage(text.title)}</span>
          <ChevronDown aria-hidden />
        </Button>
      </Heading>
      <DisclosurePanel className={css['panel'] ?? ''}>
        {explained.map(({ name, explain = [] }, at) => (
          <section key={at}>
            <h4>{name}</h4>
            <Pieces title={intl.formatMessage(text.leftOut)} lines={explain.filter(({ kept }) => !kept)} />
            <Pieces title={intl.formatMessage(text.kept)} lines={explain.filter(({ kept }) => kept)} />
          </section>
        ))}
      </DisclosurePanel>
    </Disclosure>
  );
}

function Pieces({ title, lines }: { title: string; lines: readonly ExplainLine[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <>
      <p className={css['title']}>{title}</p>
      <ul aria-label={title} className={css['pieces']}>
        {lines.map(({ text: piece, why, kept }, at) => (
          <li key={at} className={cx(!kept && css['out'])}>
            {kept ? <Check aria-hidden /> : <Minus aria-hidden />}
            <span>
              <bdi>{piece}</bdi> <small>{why}</small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
