import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../electron/contract/entities.ts';
import { AppError } from '../../../electron/core/errors.ts';
import { PACE } from '../../../electron/core/jobs/host-pace.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
beforeEach(async () => {
  library = await testLibrary();
});
afterEach(() => library.close());

const url = (name: string) => ({ kind: 'url' as const, url: `https://example.com/${name}` });
const elsewhere = (name: string) => ({ kind: 'url' as const, url: `https://site${name}.example/` });
const jobs = async () => (await library.call('jobs.list', {})).jobs;
const over = (job: Job) => ['done', 'failed', 'cancelled'].includes(job.state);
/** Resolves when every job is over: jobs tell by events. */
const settled = async (): Promise<Job[]> => {
  for (;;) {
    const all = await jobs();
    if (all.every(over)) return all;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
const held = (): (() => void) => {
  let release = (): void => undefined;
  library.web.hold = new Promise((resolve) => (release = resolve));
  return () => {
    library.web.hold = null;
    release();
  };
};

describe('saves as jobs', () => {
  it('answer at once and end with their article', async () => {
    const started = await library.call('capture.start', { inputs: [url('a')], tags: ['news'], collections: ['World / Turkey'] });
    expect(started.jobs).toMatchObject([{ kind: 'save', label: 'https://example.com/a', articleId: null, error: null }]);
    const [job] = await settled();
    expect(job).toMatchObject({ state: 'done', existing: false, progress: 1 });
    const detail = await library.call('articles.get', { id: job?.articleId ?? '' });
    expect(detail.tags.map(({ name }) => name)).toEqual(['news']);
    expect(detail.collections.map(({ path }) => path)).toEqual(['World / Turkey']);
  });

  it('run a few at a time, and two at one host', async () => {
    const release = held();
    await library.call('capture.start', { inputs: Array.from({ length: 5 }, (_, at) => url(String(at))) });
    expect((await jobs()).map(({ state }) => state)).toEqual(['running', 'running', 'waiting', 'waiting', 'waiting']);
    await library.call('capture.start', { inputs: Array.from({ length: 11 }, (_, at) => elsewhere(String(at))) });
    const states = (await jobs()).map(({ state }) => state);
    expect(states.filter((state) => state === 'running')).toHaveLength(PACE.total);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(16 - PACE.total);
    release();
    expect((await settled()).every(({ state }) => state === 'done')).toBe(true);
    expect(library.web.most).toBe(PACE.total);
  });

  it('are one for one address, inside a request and across requests', async () => {
    const release = held();
    const first = await library.call('capture.start', { inputs: [url('a'), url('a?utm_source=x'), url('b'), url('a#part')] });
    expect(first.jobs).toHaveLength(2);
    const again = await library.call('capture.start', { inputs: [{ kind: 'url', url: 'http://www.example.com/a/' }], tags: ['late'] });
    expect(again.jobs.map(({ id }) => id)).toEqual([first.jobs[0]?.id]);
    release();
    const [a] = await settled();
    expect(library.web.asked).toEqual(['https://example.com/a', 'https://example.com/b']);
    await expect
      .poll(async () => (await library.call('articles.get', { id: a?.articleId ?? '' })).tags.map(({ name }) => name))
      .toEqual(['late']);
  });

  it('keep their error and can be run again', async () => {
    library.web.failures.set('https://example.com/a', new AppError('not-an-article', 'There is no article on this page.'));
    await library.call('capture.start', { inputs: [url('a')] });
    const [failed] = await settled();
    expect(failed).toMatchObject({ state: 'failed', articleId: null, error: { code: 'not-an-article', retryable: false } });
    expect(library.web.asked).toHaveLength(1);
    library.web.failures.clear();
    await library.call('jobs.retry', { id: failed?.id ?? '' });
    const [done] = await settled();
    expect(done).toMatchObject({ id: failed?.id, state: 'done', error: null });
  });

  it('are tried again by themselves where that may help, at last fail, and all failed ones can be run again at once', async () => {
    for (const name of ['a', 'b'])
      library.web.failures.set(
        `https://example.com/${name}`,
        new AppError('timed-out', 'The page did not answer in time. Try again later.'),
      );
    await library.call('capture.start', { inputs: [url('a'), url('b'), url('c')] });
    expect((await settled()).map(({ state }) => state)).toEqual(['failed', 'failed', 'done']);
    expect(library.web.asked.filter((asked) => asked.endsWith('/a'))).toHaveLength(4);
    library.web.failures.clear();
    await library.call('jobs.retryFailed', {});
    expect((await settled()).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  });

  it('say why they wait for another try, and are cancelled then too', async () => {
    const slow = await testLibrary({ service: { pace: { gap: 0, retry: 600_000 } } });
    slow.web.failures.set('https://example.com/a', new AppError('timed-out', 'Too slow.'));
    await slow.call('capture.start', { inputs: [url('a')] });
    await expect.poll(async () => (await slow.call('jobs.list', {})).jobs[0]?.retryAt ?? null).not.toBeNull();
    expect((await slow.call('jobs.list', {})).jobs[0]).toMatchObject({ state: 'waiting', error: { message: 'Too slow.' } });
    await slow.call('jobs.cancelAll', {});
    expect((await slow.call('jobs.list', {})).jobs[0]).toMatchObject({ state: 'cancelled', retryAt: null });
    await slow.close();
  });

  it('leave a host alone that asks for it, and go on with others', async () => {
    const busy = new AppError('http-error', 'It asks for a pause.', { details: { status: 429, retryAfter: 3600 }, retryable: true });
    library.web.failures.set('https://example.com/0', busy);
    await library.call('capture.start', { inputs: [url('0')] });
    await expect.poll(async () => (await jobs())[0]?.retryAt ?? null).not.toBeNull();
    await library.call('capture.start', { inputs: [url('1'), elsewhere('2')] });
    await expect.poll(async () => (await jobs()).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'done']);
    expect(library.web.asked).toEqual(['https://example.com/0', 'https://site2.example/']);
  });

  it('wait while the person has paused them, though not for somebody who waits', async () => {
    await library.call('jobs.pause', { paused: true });
    await library.call('capture.start', { inputs: [url('a')] });
    expect((await library.call('jobs.list', {})).totals).toMatchObject({ waiting: 1, paused: true });
    await library.save('b');
    expect(library.web.asked).toEqual(['https://example.com/b']);
    await library.call('jobs.pause', { paused: false });
    expect((await settled())[0]?.state).toBe('done');
  });

  it('are cancelled while they wait and while they run, and can be run again', async () => {
    const release = held();
    await library.call('capture.start', { inputs: Array.from({ length: 4 }, (_, at) => url(String(at))) });
    const [running, , , waiting] = await jobs();
    await library.call('jobs.cancel', { id: waiting?.id ?? '' });
    await library.call('jobs.cancel', { id: running?.id ?? '' });
    await expect.poll(async () => (await jobs()).map(({ state }) => state)).toEqual(['cancelled', 'running', 'running', 'cancelled']);
    expect((await jobs())[0]?.error).toBeNull();
    release();
    await library.call('jobs.retry', { id: waiting?.id ?? '' });
    expect((await settled()).map(({ state }) => state)).toEqual(['cancelled', 'done', 'done', 'done']);
  });

  it('are forgotten when they are over and somebody says so', async () => {
    const release = held();
    await library.call('capture.start', { inputs: [url('a'), url('b')] });
    const [a] = await jobs();
    await library.call('jobs.cancel', { id: a?.id ?? '' });
    await expect.poll(async () => (await jobs())[0]?.state).toBe('cancelled');
    await library.call('jobs.clear', {});
    expect(await jobs()).toMatchObject([{ label: 'https://example.com/b' }]);
    release();
    await settled();
  });

  it('announce themselves about ten times a second at most, and the last state always', async () => {
    await library.call('capture.start', { inputs: Array.from({ length: 60 }, (_, at) => url(String(at))) });
    const started = performance.now();
    await settled();
    const seconds = (performance.now() - started) / 1000;
    await expect.poll(() => library.seen('jobs').at(-1)?.jobs.every(over)).toBe(true);
    expect(library.seen('jobs').at(-1)?.jobs).toHaveLength(60);
    expect(library.seen('jobs').length).toBeLessThanOrEqual(seconds * 10 + 4);
  });

  it('of an unknown id are not found', async () => {
    for (const method of ['jobs.cancel', 'jobs.retry'] as const) {
      await expect(library.call(method, { id: 'j000000000' })).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('under way when the library is closed are stopped, and closing waits for them', async () => {
    held();
    await library.call('capture.start', { inputs: [url('a'), url('b')] });
    await library.service.close();
    expect(library.web.running).toBe(0);
    expect(
      library
        .seen('jobs')
        .at(-1)
        ?.jobs.map(({ state }) => state),
    ).toEqual(['cancelled', 'cancelled']);
  });
});
