import type { z } from 'zod';
import { APP_METHODS } from './methods/app.ts';
import { ARTICLES_METHODS } from './methods/articles.ts';
import { BACKUPS_METHODS } from './methods/backups.ts';
import { CAPTURE_METHODS } from './methods/capture.ts';
import { FEEDS_METHODS } from './methods/feeds.ts';
import { HIGHLIGHTS_METHODS } from './methods/highlights.ts';
import { LIBRARY_METHODS } from './methods/library.ts';
import { WATCH_METHODS } from './methods/watch.ts';
import { ORGANISE_METHODS } from './methods/organise.ts';
import { RULES_METHODS } from './methods/rules.ts';
import { PLACES_METHODS } from './methods/places.ts';

export type { SaveInput } from './methods/capture.ts';

/** The contract: every call between a renderer, a command line or another process and the core. Input is always validated. */
export const METHODS = {
  ...APP_METHODS,
  ...ARTICLES_METHODS,
  ...ORGANISE_METHODS,
  ...RULES_METHODS,
  ...CAPTURE_METHODS,
  ...HIGHLIGHTS_METHODS,
  ...LIBRARY_METHODS,
  ...FEEDS_METHODS,
  ...BACKUPS_METHODS,
  ...WATCH_METHODS,
  ...PLACES_METHODS,
} as const;

export type MethodName = keyof typeof METHODS;
export type MethodInput<M extends MethodName> = z.input<(typeof METHODS)[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<(typeof METHODS)[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<(typeof METHODS)[M]['output']>;
