import { Highlighter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { Highlight } from '../../../../electron/contract/entities.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import css from './marks.module.css';
import { text } from './messages.ts';
import { shortQuote } from './use-marks.ts';

interface Props {
  list: readonly Highlight[];
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  onShow: (highlight: Highlight) => void;
  /** An orphan has no place to go to: it is opened where the list stands. */
  onEdit: (highlight: Highlight) => void;
  onCopy: () => void;
  onSave: () => void;
}

/** The highlights of the open article in the order of its text, and apart from them those whose words are gone. */
export function HighlightsPanel({ list, isOpen, onOpenChange, onShow, onEdit, onCopy, onSave }: Props): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const placed = list.filter(({ orphan }) => !orphan);
  const orphans = list.filter(({ orphan }) => orphan);
  const row = (highlight: Highlight, name: string, open: (highlight: Highlight) => void): ReactNode => (
    <li key={highlight.id}>
      <AriaButton
        className={css['item'] ?? ''}
        aria-label={highlight.note === null ? name : `${name}. ${highlight.note}`}
        onPress={() => {
          onOpenChange(false);
          open(highlight);
        }}
      >
        <span className={css['quote']} data-color={highlight.color} dir="auto">
          {highlight.exact}
        </span>
        {highlight.note !== null && (
          <span className={css['note']} dir="auto">
            {highlight.note}
          </span>
        )}
      </AriaButton>
    </li>
  );
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <IconButton label={say(text.panel, { count: list.length })} icon={<Highlighter aria-hidden />} command="reader.highlights" />
      <Popover label={say(text.panelTitle)} placement="bottom end">
        <div className={css['panel']}>
          <h3>{say(text.panelTitle)}</h3>
          {list.length === 0 && <p className={css['empty']}>{say(text.panelEmpty)}</p>}
          {placed.length > 0 && (
            <ul className={css['items']}>{placed.map((one) => row(one, say(text.goTo, { quote: shortQuote(one.exact) }), onShow))}</ul>
          )}
          {orphans.length > 0 && (
            <>
              <h3>{say(text.orphans)}</h3>
              <ul className={css['items']}>{orphans.map((one) => row(one, say(text.edit, { quote: shortQuote(one.exact) }), onEdit))}</ul>
            </>
          )}
          {list.length > 0 && (
            <div className={css['buttons']}>
              <Button size="sm" onPress={onCopy}>
                {say(text.copyAll)}
              </Button>
              <Button size="sm" onPress={onSave}>
                {say(text.saveAll)}
              </Button>
            </div>
          )}
        </div>
      </Popover>
    </DialogTrigger>
  );
}
