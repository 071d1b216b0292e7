import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { runCommand } from '../../commands/registry.ts';
import { Button } from '../../ui/button.tsx';
import css from './health.module.css';
import { text } from './mark-messages.ts';
import { faultsOf, useSeen } from './seen.ts';

/** A line at the foot of the window while files are damaged and nobody has looked: nothing otherwise. */
export function HealthMark(): ReactNode {
  const { formatMessage: say } = useIntl();
  const bridge = useBridge();
  const seen = useSeen(({ files }) => files);
  const { data } = useQuery({ queryKey: keys.health, queryFn: () => bridge.call('library.health', {}) });
  const faults = faultsOf(data);
  const count = faults.length;
  if (faults.every((fault) => seen.has(fault))) return null;
  return (
    <section aria-label={say(text.title)} className={css['mark']}>
      <CircleAlert aria-hidden />
      <span role="status">{say(text.mark, { count })}</span>
      <Button size="sm" variant="quiet" onPress={() => runCommand('library.health')}>
        {say(text.markOpen)}
      </Button>
    </section>
  );
}
