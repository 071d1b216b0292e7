import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { BridgeProvider } from '../../renderer/bridge/context.tsx';
import { createQueryClient } from '../../renderer/bridge/query-client.ts';
import { Intl } from '../../renderer/i18n/provider.tsx';
import { INITIAL_UI, useUiStore, type UiState } from '../../renderer/state/ui-store.ts';
import { createFakeBridge, type FakeBridge, type FakeOptions } from './fake-bridge.ts';

export interface Rendered extends RenderResult {
  bridge: FakeBridge;
  user: UserEvent;
}

/** Renders a part of the window over the core in memory, with the UI store as it starts. */
export function renderWithBridge(part: ReactNode, options: FakeOptions & { bridge?: FakeBridge; ui?: Partial<UiState> } = {}): Rendered {
  const bridge = options.bridge ?? createFakeBridge(options);
  useUiStore.setState({ ...INITIAL_UI, ...options.ui });
  const user = userEvent.setup();
  const result = render(
    <BridgeProvider bridge={bridge} client={createQueryClient()}>
      <Intl>{part}</Intl>
    </BridgeProvider>,
  );
  return { ...result, bridge, user };
}
