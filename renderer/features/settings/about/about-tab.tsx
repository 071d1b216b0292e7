import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../../bridge/context.tsx';
import { useAppInfo } from '../../../bridge/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/text-out.ts';
import { Section } from '../section.tsx';
import settingsCss from '../settings.module.css';
import css from './about.module.css';
import { Diagnostics } from './diagnostics.tsx';
import { Licences } from './licences.tsx';
import { text } from './messages.ts';

/** What the window itself runs in. */
const chromium = (): string | null => /Chrom(?:e|ium)\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? null;

/** What this program is, what it notes of failures, and whose work is in it. */
export function AboutTab(): ReactNode {
  const { formatMessage: say } = useIntl();
  const bridge = useBridge();
  const { data: info } = useAppInfo();
  const { data: about } = useQuery({ queryKey: ['about'], queryFn: () => bridge.call('app.about', {}), retry: false });
  const [copied, setCopied] = useState<boolean | null>(null);
  const unknown = say(text.unknown);
  const lines: [string, string][] = [
    ['Offprint', info?.version ?? unknown],
    ...(about?.electron ? [['Electron', about.electron] as [string, string]] : []),
    [say(text.browser), chromium() ?? unknown],
    ['Node', about?.node ?? unknown],
    [say(text.format), about ? String(about.format) : unknown],
    [say(text.library), info?.libraryPath ?? unknown],
  ];
  return (
    <>
      <Section title={say(text.versions)}>
        <dl className={css['versions']}>
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="ltr">{value}</dd>
            </div>
          ))}
        </dl>
        <div className={settingsCss['actions']}>
          <Button onPress={() => void copyText(lines.map((line) => line.join(': ')).join('\n')).then(setCopied)}>{say(text.copy)}</Button>
        </div>
        <p role="status" className={settingsCss['note']}>
          {copied !== null && say(copied ? text.copied : text.copyFailed)}
        </p>
      </Section>
      <Diagnostics />
      <Licences electron={about?.electron != null} />
    </>
  );
}
