import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../../renderer/app/error-boundary.tsx';
import { lazyPart, preloadParts } from '../../../renderer/ui/lazy-part.tsx';

const Hello = ({ name }: { name: string }) => <p>Hello {name}</p>;
afterEach(() => vi.restoreAllMocks());

describe('a part that is read when it is needed', () => {
  it('shows what stands in for it, then itself', async () => {
    let arrive: (part: typeof Hello) => void = () => undefined;
    const Part = lazyPart(() => new Promise<typeof Hello>((resolve) => (arrive = resolve)), <p>waiting</p>);
    render(<Part name="you" />);
    expect(screen.getByText('waiting')).toBeDefined();
    await act(async () => arrive(Hello));
    expect(screen.getByText('Hello you')).toBeDefined();
  });

  it('draws in the same step once it is there, and is read once', async () => {
    const load = vi.fn(() => Promise.resolve(Hello));
    const Part = lazyPart(load);
    await preloadParts(() => Promise.resolve());
    render(<Part name="now" />);
    expect(screen.getByText('Hello now')).toBeDefined();
    expect(load).toHaveBeenCalledOnce();
  });

  it('fails as a part where its file cannot be read, and is asked for anew', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const load = vi.fn<() => Promise<typeof Hello>>().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(Hello);
    const Part = lazyPart(load);
    const { unmount } = render(
      <ErrorBoundary part>
        <Part name="again" />
      </ErrorBoundary>,
    );
    await screen.findByRole('alert');
    unmount();
    render(<Part name="again" />);
    expect(await screen.findByText('Hello again')).toBeDefined();
  });
});
