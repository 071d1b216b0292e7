import { useLocale } from 'react-aria-components';
import { Check, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import type { Receipt } from '../../../electron/contract/entities.ts';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { dateInWords } from './dates.ts';
import css from './receipt-details.module.css';
import { ReceiptExplain } from './receipt-explain.tsx';
import { ReceiptResources } from './receipt-resources.tsx';
import { charsetReason } from './receipt-words.ts';

const text = defineMessages({
  from: { id: 'receipt.from', defaultMessage: 'From' },
  through: { id: 'receipt.through', defaultMessage: 'Through' },
  alsoAt: { id: 'receipt.alsoAt', defaultMessage: 'The same text at' },
  when: { id: 'receipt.when', defaultMessage: 'Saved' },
  answer: { id: 'receipt.answer', defaultMessage: 'Answer' },
  encoding: { id: 'receipt.encoding', defaultMessage: 'Encoding' },
  extractor: { id: 'receipt.extractor', defaultMessage: 'Text found by' },
  folder: { id: 'receipt.folder', defaultMessage: 'Stored in' },
  signs: { id: 'receipt.signs', defaultMessage: 'Signs that the text is not whole' },
  steps: { id: 'receipt.steps', defaultMessage: 'What was done' },
  hashes: { id: 'receipt.hashes', defaultMessage: 'Checksums (SHA-256)' },
  ok: { id: 'receipt.step.ok', defaultMessage: 'Done:' },
  notOk: { id: 'receipt.step.notOk', defaultMessage: 'Not done:' },
});
const said = defineMessages<{ charset: { charset: string; reason: string }; ms: { ms: number } }>({
  charset: { id: 'receipt.charset', defaultMessage: '{charset} ({reason})' },
  ms: { id: 'receipt.ms', defaultMessage: '{ms, number} ms' },
});

interface Props {
  receipt: Receipt;
  folder: string;
  /** Other addresses of the same text. */
  otherUrls: readonly string[];
}

/** An address, a path or a sum reads from left to right in any language. */
function Ltr({ children }: { children: ReactNode }): ReactNode {
  return (
    <div>
      <bdi dir="ltr">{children}</bdi>
    </div>
  );
}

/** Everything that is known of how the article was stored. */
export function ReceiptDetails({ receipt, folder, otherUrls }: Props): ReactNode {
  const intl = useIntl();
  // The article's own direction ends here.
  const { direction } = useLocale();
  const answer = [receipt.httpStatus, receipt.contentType].filter((part) => part !== null).join(' · ');
  const facts: [string, ReactNode][] = [
    [intl.formatMessage(text.from), <Ltr key="from">{receipt.from}</Ltr>],
    [intl.formatMessage(text.through), receipt.redirects.length > 0 && receipt.redirects.map((url) => <Ltr key={url}>{url}</Ltr>)],
    [intl.formatMessage(text.alsoAt), otherUrls.length > 0 && otherUrls.map((url) => <Ltr key={url}>{url}</Ltr>)],
    [intl.formatMessage(text.when), dateInWords(intl, receipt.capturedAt)],
    [intl.formatMessage(text.answer), answer],
    [
      intl.formatMessage(text.encoding),
      intl.formatMessage(said.charset, { charset: receipt.charset, reason: charsetReason(intl, receipt.charsetFrom) }),
    ],
    [intl.formatMessage(text.extractor), receipt.extractor],
    [intl.formatMessage(text.folder), <Ltr key="folder">{folder}</Ltr>],
  ];
  return (
    <div className={css['details']} dir={direction}>
      {receipt.truncation.length > 0 && (
        <section>
          <h3>{intl.formatMessage(text.signs)}</h3>
          <ul className={css['signs']}>
            {receipt.truncation.map((sign) => (
              <li key={sign}>
                <TriangleAlert aria-hidden /> {sign}
              </li>
            ))}
          </ul>
        </section>
      )}
      <dl className={css['facts']}>
        {facts
          .filter(([, value]) => value !== false && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <ReceiptResources resources={receipt.resources} />
      <section>
        <h3>{intl.formatMessage(text.steps)}</h3>
        <ol className={css['steps']}>
          {receipt.steps.map((step, at) => (
            <li key={at} className={cx(!step.ok && css['notOk'])}>
              {step.ok ? <Check aria-hidden /> : <X aria-hidden />}
              <VisuallyHidden>{intl.formatMessage(step.ok ? text.ok : text.notOk)} </VisuallyHidden>
              <span>
                <bdi>
                  <b>{step.name}</b> {step.note}
                </bdi>
              </span>
              <small>{intl.formatMessage(said.ms, { ms: Math.round(step.ms) })}</small>
            </li>
          ))}
        </ol>
      </section>
      <ReceiptExplain steps={receipt.steps} />
      <section>
        <h3>{intl.formatMessage(text.hashes)}</h3>
        <dl className={css['hashes']}>
          {Object.entries(receipt.hashes).map(([name, hash]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Ltr>{hash}</Ltr>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
