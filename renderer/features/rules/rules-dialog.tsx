import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Rule } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { text } from './messages.ts';
import { RuleForm } from './rule-form.tsx';
import css from './rules.module.css';

/** The rules in their order, and one of them in full. */
export function RulesDialog(): ReactNode {
  const open = useUiStore((state) => state.dialog?.kind === 'rules');
  return open ? <Rules /> : null;
}

function Rules(): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const { closeDialog } = useUiStore.getState();
  const [editing, setEditing] = useState<Rule | 'new' | null>(null);
  // Beside the undo state, which changes whenever a rule does.
  const { data, refetch } = useQuery({
    queryKey: [...keys.undo, 'rules'],
    queryFn: () => bridge.call('rules.list', {}),
    staleTime: 0,
    gcTime: 0,
  });
  const after = { onSuccess: () => void refetch() };
  const update = useMutationWithUndo('rules.update');
  const move = useMutationWithUndo('rules.move');
  const remove = useMutationWithUndo('rules.delete', {
    done: (_result, { id }) => intl.formatMessage(text.removed, { name: data?.rules.find((rule) => rule.id === id)?.name ?? '' }),
  });
  const rules = data?.rules ?? [];
  if (editing !== null) {
    return (
      <RuleForm
        rule={editing === 'new' ? null : editing}
        onDone={() => {
          setEditing(null);
          void refetch();
        }}
      />
    );
  }
  return (
    <Dialog
      isOpen
      title={intl.formatMessage(text.title)}
      onClose={closeDialog}
      footer={
        <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setEditing('new')}>
          {intl.formatMessage(text.add)}
        </Button>
      }
    >
      <p className={css['note']}>{intl.formatMessage(data && rules.length === 0 ? text.none : text.note)}</p>
      <ol className={css['rules']} aria-label={intl.formatMessage(text.title)}>
        {rules.map((rule, at) => (
          <li key={rule.id} className={css['rule']}>
            <Checkbox
              isSelected={rule.enabled}
              aria-label={intl.formatMessage(text.on, { name: rule.name })}
              onChange={(enabled) => update.mutate({ id: rule.id, enabled }, after)}
            >
              <span className={css['ruleName']} dir="auto">
                {rule.name}
              </span>
              <span className={css['facts']}>
                {intl.formatMessage(text.ran, { count: rule.ran })}
                {rule.until !== null && ` · ${intl.formatMessage(text.until, { day: intl.formatDate(`${rule.until}T12:00`) })}`}
              </span>
            </Checkbox>
            <span className={css['tools']}>
              <IconButton
                size="sm"
                label={intl.formatMessage(text.up, { name: rule.name })}
                icon={<ArrowUp />}
                isDisabled={at === 0}
                onPress={() => move.mutate({ id: rule.id, before: rules[at - 1]?.id ?? null }, after)}
              />
              <IconButton
                size="sm"
                label={intl.formatMessage(text.down, { name: rule.name })}
                icon={<ArrowDown />}
                isDisabled={at === rules.length - 1}
                onPress={() => move.mutate({ id: rule.id, before: rules[at + 2]?.id ?? null }, after)}
              />
              <IconButton
                size="sm"
                label={intl.formatMessage(text.edit, { name: rule.name })}
                icon={<Pencil />}
                onPress={() => setEditing(rule)}
              />
              <IconButton
                size="sm"
                label={intl.formatMessage(text.remove, { name: rule.name })}
                icon={<Trash2 />}
                onPress={() => remove.mutate({ id: rule.id }, after)}
              />
            </span>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
