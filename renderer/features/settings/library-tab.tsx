import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useAppInfo } from '../../bridge/queries.ts';
import { OpenHealth } from './open-health.tsx';
import { ImportSection } from './import-section.tsx';
import { text } from './messages.ts';
import { PlacesSection } from './places-section.tsx';
import { Section } from './section.tsx';
import { WatchSection } from './watch-section.tsx';
import css from './settings.module.css';

export function LibraryTab(): ReactNode {
  const intl = useIntl();
  const { data: info } = useAppInfo();
  const say = intl.formatMessage;
  return (
    <>
      <PlacesSection />
      {info && info.notes.length > 0 && (
        <Section title={say(text.notes)}>
          <ul className={css['lines']}>
            {info.notes.map((note, at) => (
              <li key={at}>{note}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={say(text.export)} note={say(text.exportNote)}>
        <div>
          <a className={css['download']} href="/export/library.zip" download>
            <Download aria-hidden />
            {say(text.exportLink)}
          </a>
        </div>
      </Section>
      <WatchSection />
      <ImportSection />
      <OpenHealth />
      {info && <p className={css['note']}>{say(text.about, { version: info.version })}</p>}
    </>
  );
}
