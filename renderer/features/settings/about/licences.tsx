import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Spinner } from '../../../ui/spinner.tsx';
import { Section } from '../section.tsx';
import settingsCss from '../settings.module.css';
import css from './about.module.css';
import { text } from './messages.ts';

/** A package that is part of the program: scripts/lib/licences.mjs writes the list when the program is built. */
interface Licence {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

async function readLicences(): Promise<Licence[]> {
  const response = await fetch('./licences.json');
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Licence[];
}

/** The licences of everything that is shipped, each with its whole text. */
export function Licences({ electron }: { electron: boolean }): ReactNode {
  const { formatMessage: say } = useIntl();
  const { data, isError } = useQuery({ queryKey: ['licences'], queryFn: readLicences, retry: false });
  return (
    <Section title={say(text.licences)}>
      {isError && <p className={settingsCss['bad']}>{say(text.licencesMissing)}</p>}
      {!isError && !data && (
        <p className={settingsCss['note']}>
          <Spinner /> {say(text.licencesLoading)}
        </p>
      )}
      {data && (
        <>
          <p className={settingsCss['note']}>{say(text.licencesNote, { count: data.length })}</p>
          {data.map((licence) => (
            <details key={licence.name} className={css['licence']}>
              <summary>
                <bdi>{licence.name}</bdi> <span className={css['version']}>{licence.version}</span>
                <span className={css['kind']}>{licence.license}</span>
              </summary>
              <pre className={css['text']} dir="ltr" lang="en" tabIndex={0}>
                {licence.text === '' ? say(text.noText, { name: licence.license }) : licence.text}
              </pre>
            </details>
          ))}
        </>
      )}
      {electron && <p className={settingsCss['note']}>{say(text.licencesElectron)}</p>}
    </Section>
  );
}
