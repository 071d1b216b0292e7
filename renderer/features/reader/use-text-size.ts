import { useCurrentSettings, useSetSettings } from '../../bridge/queries.ts';
import { stepSize, USUAL } from './text-size.ts';

/** Makes the text larger (1), smaller (-1) or as usual (0), starting from the size it has now. */
export function useTextSize(): (change: 1 | -1 | 0) => void {
  const settings = useCurrentSettings();
  const { mutate } = useSetSettings();
  return (change) => mutate({ fontSize: change === 0 ? USUAL : stepSize(settings().fontSize, change) });
}
