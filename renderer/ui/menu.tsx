import type { ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  type MenuItemProps,
  type MenuProps,
} from 'react-aria-components';
import { Check } from 'lucide-react';
import type { CommandId } from '../../electron/contract/commands.table.ts';
import { cx } from './cx.ts';
import { CommandKbd } from './kbd.tsx';
import css from './popover.module.css';

export { MenuTrigger };

/** The list of a `MenuTrigger`, in its popover. */
export function Menu({
  children,
  ...props
}: Omit<MenuProps<object>, 'className' | 'style' | 'children'> & { children: ReactNode }): ReactNode {
  return (
    <Popover className={css['popover'] ?? ''} offset={4}>
      <AriaMenu {...props} className={css['list'] ?? ''}>
        {children}
      </AriaMenu>
    </Popover>
  );
}

interface ItemProps extends Omit<MenuItemProps, 'className' | 'style' | 'children'> {
  icon?: ReactNode;
  /** Its first key stands at the end of the row. */
  command?: CommandId;
  danger?: boolean;
  children: string;
}

export function MenuItem({ icon, command, danger = false, children, ...props }: ItemProps): ReactNode {
  return (
    <AriaMenuItem {...props} textValue={children} className={cx(css['item'], danger && css['danger'])}>
      {icon}
      <span className={css['itemText']}>{children}</span>
      {command !== undefined && (
        <span className={css['itemKeys']}>
          <CommandKbd command={command} />
        </span>
      )}
    </AriaMenuItem>
  );
}

export function MenuSeparator(): ReactNode {
  return <Separator className={css['separator'] ?? ''} />;
}

/** A part of a menu where one of a few is chosen. `selected` is the id of the `MenuChoice` that is. */
export function MenuPart({ title, selected, children }: { title: string; selected: string; children: ReactNode }): ReactNode {
  return (
    <MenuSection selectionMode="single" disallowEmptySelection selectedKeys={[selected]} aria-label={title}>
      <Header className={css['partTitle'] ?? ''}>{title}</Header>
      {children}
    </MenuSection>
  );
}

export function MenuChoice({
  children,
  ...props
}: Omit<MenuItemProps, 'className' | 'style' | 'children'> & { children: string }): ReactNode {
  return (
    <AriaMenuItem {...props} textValue={children} className={cx(css['item'], css['choice'])}>
      {({ isSelected }) => (
        <>
          <span className={css['tick']} aria-hidden>
            {isSelected && <Check />}
          </span>
          <span className={css['itemText']}>{children}</span>
        </>
      )}
    </AriaMenuItem>
  );
}
