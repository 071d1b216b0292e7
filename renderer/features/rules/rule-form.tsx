import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Rule, RuleActions, RuleCondition } from '../../../electron/contract/entities.ts';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useSidebar } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { NamePicker } from '../../ui/name-picker.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { text } from './messages.ts';
import css from './rules.module.css';
import { TryOut } from './try-out.tsx';

const FLAGS = ['read', 'star', 'later', 'archive', 'mute'] as const;
const NO_ACTIONS: RuleActions = { tags: [], collections: [], read: false, archive: false, star: false, later: false, mute: false };

const wordsOf = (typed: string): number | null => {
  const count = Number.parseInt(typed, 10);
  return Number.isFinite(count) && count > 0 ? count : null;
};

/** One rule: what it is for, what it does, and what it would fit now. */
export function RuleForm({ rule, onDone }: { rule: Rule | null; onDone: () => void }): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const sidebar = useSidebar().data;
  const [name, setName] = useState(rule?.name ?? '');
  const [query, setQuery] = useState(rule?.condition.query ?? '');
  const [min, setMin] = useState(String(rule?.condition.minWords ?? ''));
  const [max, setMax] = useState(String(rule?.condition.maxWords ?? ''));
  const [actions, setActions] = useState<RuleActions>(rule?.actions ?? NO_ACTIONS);
  const [until, setUntil] = useState(rule?.until ?? '');
  const [enabled, setEnabled] = useState(rule?.enabled ?? false);
  const [asked, setAsked] = useState(false);
  const create = useMutationWithUndo('rules.create');
  const update = useMutationWithUndo('rules.update');
  const condition: RuleCondition = { query: query.trim(), minWords: wordsOf(min), maxWords: wordsOf(max) };
  const error = create.error ?? update.error;
  const collections = sidebar?.collections ?? [];
  const pathOf = (id: string): string[] => collections.filter((one) => one.id === id).map(({ path }) => path);
  const save = (): void => {
    setAsked(true);
    if (name.trim() === '') return;
    const wanted = { name: name.trim(), condition, actions, enabled, until: until === '' ? null : until };
    if (rule) update.mutate({ id: rule.id, ...wanted }, { onSuccess: onDone });
    else create.mutate(wanted, { onSuccess: onDone });
  };
  return (
    <Dialog
      isOpen
      size="lg"
      title={rule ? say(text.editTitle, { name: rule.name }) : say(text.newTitle)}
      onClose={onDone}
      footer={
        <DialogButtons
          confirmLabel={say(text.save)}
          isDisabled={create.isPending || update.isPending}
          cancelLabel={say(text.back)}
          onConfirm={save}
          onCancel={onDone}
        />
      }
    >
      <div className={css['form']}>
        <TextField
          autoFocus
          label={say(text.name)}
          value={name}
          maxLength={200}
          onChange={setName}
          error={asked && name.trim() === '' ? say(text.nameMissing) : null}
        />
        <TextField label={say(text.query)} description={say(text.queryHint)} value={query} maxLength={2000} onChange={setQuery} />
        <div className={css['pair']}>
          <TextField type="number" label={say(text.minWords)} value={min} onChange={setMin} />
          <TextField type="number" label={say(text.maxWords)} value={max} onChange={setMax} />
        </div>
        <TryOut condition={condition} ruleId={rule?.id ?? null} />
        <fieldset className={css['actions']}>
          <legend className={css['legend']}>{say(text.then)}</legend>
          <NamePicker
            label={say(text.tags)}
            names={actions.tags}
            suggestions={(sidebar?.tags ?? []).map((tag) => tag.name)}
            onChange={(tags) => setActions({ ...actions, tags })}
          />
          <NamePicker
            label={say(text.collections)}
            names={actions.collections.flatMap(pathOf)}
            suggestions={collections.map(({ path }) => path)}
            onChange={(paths) =>
              setActions({ ...actions, collections: collections.filter(({ path }) => paths.includes(path)).map(({ id }) => id) })
            }
          />
          <div className={css['flags']}>
            {FLAGS.map((flag) => (
              <Checkbox key={flag} isSelected={actions[flag]} onChange={(on) => setActions({ ...actions, [flag]: on })}>
                {say(text[flag])}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <div className={css['pair']}>
          <TextField type="date" label={say(text.lastDay)} description={say(text.lastDayHint)} value={until} onChange={setUntil} />
          <Checkbox className={css['enabled']} isSelected={enabled} onChange={setEnabled}>
            {say(text.enabled)}
          </Checkbox>
        </div>
        {error && (
          <p role="alert" className={css['error']}>
            {sentenceOf(error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
