import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { runCommand } from '../../commands/registry.ts';
import { words } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from './section.tsx';
import css from './settings.module.css';

export const text = words({
  title: { id: 'settings.health', defaultMessage: 'Library health' },
  note: { id: 'settings.healthNote', defaultMessage: 'Checks and repairs, backups, duplicates, disk use, and what opening recovered.' },
  open: { id: 'settings.healthOpen', defaultMessage: 'Open Library health' },
});

export function OpenHealth(): ReactNode {
  const { formatMessage: say } = useIntl();
  return (
    <Section title={say(text.title)} note={say(text.note)}>
      <div className={css['actions']}>
        <Button onPress={() => runCommand('library.health')}>{say(text.open)}</Button>
      </div>
    </Section>
  );
}
