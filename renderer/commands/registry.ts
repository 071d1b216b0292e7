import { useEffect, useRef } from 'react';
import { COMMANDS, type CommandId } from '../../electron/contract/commands.table.ts';

/** Does the command; `false` means "not here": the handler registered before it is asked. */
export type CommandHandler = () => boolean | void;
export type CommandHandlers = Partial<Record<CommandId, CommandHandler>>;

const stack: CommandHandlers[] = [];

/** The newest registration is asked first. Returns the function that takes it back. */
export function registerCommands(handlers: CommandHandlers): () => void {
  stack.push(handlers);
  return () => {
    const at = stack.indexOf(handlers);
    if (at >= 0) stack.splice(at, 1);
  };
}

export function hasHandler(id: CommandId): boolean {
  return stack.some((handlers) => handlers[id]);
}

/** Returns whether some handler did it. */
export function runCommand(id: CommandId): boolean {
  for (let at = stack.length - 1; at >= 0; at--) {
    const handler = stack[at]?.[id];
    if (handler && handler() !== false) return true;
  }
  return false;
}

export function isCommandId(id: string): id is CommandId {
  return COMMANDS.some((command) => command.id === id);
}

/** Handles commands while the component is mounted; always calls the newest closures. */
export function useCommands(handlers: CommandHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const names = Object.keys(handlers).sort().join();
  useEffect(() => {
    const bound = Object.fromEntries(
      names
        .split(',')
        .filter(Boolean)
        .map((id) => [id, () => latest.current[id as CommandId]?.()]),
    ) as CommandHandlers;
    return registerCommands(bound);
  }, [names]);
}
