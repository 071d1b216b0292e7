import { act, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSettings } from '../../../../renderer/bridge/queries.ts';
import { useTextSize } from '../../../../renderer/features/reader/use-text-size.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

it('takes two steps for two quick presses, also when the first has not been drawn yet', async () => {
  const drawn: { size: number; change: ReturnType<typeof useTextSize> }[] = [];
  function Probe(): null {
    drawn.push({ size: useSettings().fontSize, change: useTextSize() });
    return null;
  }
  const { bridge } = renderWithBridge(<Probe />);
  await waitFor(() => expect(drawn.at(-1)?.size).toBe(18));
  // What a key press that comes before the next drawing still holds.
  const change = drawn.at(-1)?.change;
  await act(async () => change?.(1));
  await act(async () => change?.(1));
  await act(async () => change?.(-1));
  const sizes = bridge.calls.filter(({ method }) => method === 'settings.set').map(({ input }) => input);
  expect(sizes).toEqual([{ fontSize: 19 }, { fontSize: 20 }, { fontSize: 19 }]);
  await waitFor(() => expect(drawn.at(-1)?.size).toBe(19));
});
