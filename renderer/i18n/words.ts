import { defineMessages, type MessageDescriptor } from 'react-intl';

/** `defineMessages` for messages that take values. (The library's own types allow values only where each message's are spelled out.) */
export function words<K extends string>(messages: Record<K, MessageDescriptor>): Readonly<Record<K, MessageDescriptor>> {
  return defineMessages(messages) as Readonly<Record<K, MessageDescriptor>>;
}
