import type { Collection, Smart } from '../../../electron/contract/entities.ts';
import { childrenOf } from './tree.ts';

/** Where a collection goes: under a parent (null = top), before a sibling (null = last). */
export interface Move {
  readonly id: string;
  readonly parentId: string | null;
  readonly before: string | null;
}

export type Direction = 'up' | 'down' | 'in' | 'out';

/** The move a keyboard step means, or null where there is no room: up and down among siblings, into the one above, out to the parent's level. */
export function stepMove(collections: readonly Collection[], id: string, direction: Direction): Move | null {
  const self = collections.find((one) => one.id === id);
  if (!self) return null;
  const siblings = childrenOf(collections, self.parentId);
  const at = siblings.findIndex((one) => one.id === id);
  const above = siblings[at - 1];
  switch (direction) {
    case 'up':
      return above ? { id, parentId: self.parentId, before: above.id } : null;
    case 'down':
      return siblings[at + 1] ? { id, parentId: self.parentId, before: siblings[at + 2]?.id ?? null } : null;
    case 'in':
      return above ? { id, parentId: above.id, before: null } : null;
    case 'out': {
      if (self.parentId === null) return null;
      const parent = collections.find((one) => one.id === self.parentId);
      if (!parent) return null;
      const uncles = childrenOf(collections, parent.parentId);
      const next = uncles[uncles.findIndex((one) => one.id === parent.id) + 1];
      return { id, parentId: parent.parentId, before: next?.id ?? null };
    }
  }
}

/** Whether `id` stands somewhere below `ancestor`, or is it. */
export function isWithin(collections: readonly Collection[], id: string | null, ancestor: string): boolean {
  const seen = new Set<string>();
  for (let at = id; at !== null && !seen.has(at);) {
    if (at === ancestor) return true;
    seen.add(at);
    at = collections.find((one) => one.id === at)?.parentId ?? null;
  }
  return false;
}

export type Zone = 'before' | 'into' | 'after';

/** The part of a row the pointer is over: its upper quarter, its lower quarter, or its middle. `y` from the row's top. */
export function zoneOf(y: number, height: number): Zone {
  if (y < height * 0.27) return 'before';
  return y > height * 0.73 ? 'after' : 'into';
}

/** The move a drop of one collection on another means; null where it would change nothing or put a collection inside itself. */
export function dropMove(collections: readonly Collection[], dragged: string, target: string, zone: Zone): Move | null {
  const on = collections.find((one) => one.id === target);
  if (!on || isWithin(collections, target, dragged)) return null;
  if (zone === 'into') return { id: dragged, parentId: target, before: null };
  const siblings = childrenOf(collections, on.parentId).filter((one) => one.id !== dragged);
  const at = siblings.findIndex((one) => one.id === target);
  const before = zone === 'before' ? target : (siblings[at + 1]?.id ?? null);
  return { id: dragged, parentId: on.parentId, before };
}

/** Where a keyboard step puts a smart collection: before which other one (null = last), or undefined where there is no room. */
export function stepSmart(smart: readonly Smart[], id: string, direction: Direction): string | null | undefined {
  const at = smart.findIndex((one) => one.id === id);
  if (direction === 'up') return smart[at - 1]?.id;
  if (direction === 'down' && smart[at + 1]) return smart[at + 2]?.id ?? null;
  return undefined;
}
