export { useFeedCommands } from './use-feed-commands.ts';
