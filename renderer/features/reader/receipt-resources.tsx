import type { ReactNode } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import type { ReceiptResource } from '../../../electron/contract/entities.ts';
import { cx } from '../../ui/cx.ts';
import css from './receipt-details.module.css';
import { resultInWords, sizeInWords } from './receipt-words.ts';

const text = defineMessages({
  title: { id: 'receipt.resources', defaultMessage: 'What the article refers to' },
  none: { id: 'receipt.resources.none', defaultMessage: 'Nothing but its text.' },
  kind: { id: 'receipt.resources.kind', defaultMessage: 'Kind' },
  address: { id: 'receipt.resources.address', defaultMessage: 'Address' },
  result: { id: 'receipt.resources.result', defaultMessage: 'Result' },
  image: { id: 'receipt.kind.image', defaultMessage: 'Image' },
  video: { id: 'receipt.kind.video', defaultMessage: 'Video' },
  audio: { id: 'receipt.kind.audio', defaultMessage: 'Audio' },
  embed: { id: 'receipt.kind.embed', defaultMessage: 'Embed' },
  other: { id: 'receipt.kind.other', defaultMessage: 'Other' },
});

/** What did not come first: it is what someone opens the receipt for. */
const ORDER: Record<ReceiptResource['result'], number> = { failed: 0, blocked: 1, skipped: 2, stored: 3 };

/** Each thing the article refers to, what became of it, and why. */
export function ReceiptResources({ resources }: { resources: readonly ReceiptResource[] }): ReactNode {
  const intl = useIntl();
  const sorted = [...resources].sort((a, b) => ORDER[a.result] - ORDER[b.result]);
  return (
    <section>
      <h3>{intl.formatMessage(text.title)}</h3>
      {sorted.length === 0 ? (
        <p>{intl.formatMessage(text.none)}</p>
      ) : (
        <div className={css['scroll']} role="region" aria-label={intl.formatMessage(text.title)} tabIndex={0}>
          <table className={css['resources']}>
            <thead>
              <tr>
                <th scope="col">{intl.formatMessage(text.kind)}</th>
                <th scope="col">{intl.formatMessage(text.address)}</th>
                <th scope="col">{intl.formatMessage(text.result)}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((resource, at) => (
                <tr key={at}>
                  <td>{intl.formatMessage(text[resource.kind])}</td>
                  <td className={css['address']}>{resource.url}</td>
                  <td>
                    <span className={cx((resource.result === 'failed' || resource.result === 'blocked') && css['notOk'])}>
                      {resultInWords(intl, resource.result)}
                    </span>
                    {resource.bytes !== null && <small> {sizeInWords(intl, resource.bytes)}</small>}
                    {resource.reason !== null && <div className={css['reason']}>{resource.reason}</div>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
