/** The two channels between the main process and the window: calls one way, announcements the other. */
export const CALL_CHANNEL = 'offprint:call';
export const ANNOUNCE_CHANNEL = 'offprint:announce';

/** What comes over the second channel: an event of the core, or a command chosen in the menu. */
export interface Announcement {
  readonly kind: 'event' | 'command';
  readonly payload: unknown;
}
