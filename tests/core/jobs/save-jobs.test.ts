import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../electron/contract/entities.ts';
import { AppError } from '../../../electron/core/errors.ts';
import { SAVES_AT_ONCE } from '../../../electron/core/jobs/job-list.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
beforeEach(async () => {
  library = await testLibrary();
});
afterEach(() => library.close());

const url = (name: string) => ({ kind: 'url' as const, url: `https://example.com/${name}` });
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

  it('run four at a time', async () => {
    const release = held();
    await library.call('capture.start', { inputs: Array.from({ length: 11 }, (_, at) => url(String(at))) });
    const states = (await jobs()).map(({ state }) => state);
    expect(states.filter((state) => state === 'running')).toHaveLength(SAVES_AT_ONCE);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(7);
    release();
    expect((await settled()).every(({ state }) => state === 'done')).toBe(true);
    expect(library.web.most).toBe(SAVES_AT_ONCE);
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
    library.web.failures.set('https://example.com/a', new AppError('timed-out', 'The page did not answer in time. Try again later.'));
    await library.call('capture.start', { inputs: [url('a')] });
    const [failed] = await settled();
    expect(failed).toMatchObject({ state: 'failed', articleId: null, error: { code: 'timed-out', retryable: true } });
    library.web.failures.clear();
    await library.call('jobs.retry', { id: failed?.id ?? '' });
    const [done] = await settled();
    expect(done).toMatchObject({ id: failed?.id, state: 'done', error: null });
  });

  it('are cancelled while they wait and while they run, and can be run again', async () => {
    const release = held();
    await library.call('capture.start', { inputs: Array.from({ length: 5 }, (_, at) => url(String(at))) });
    const [running, , , , waiting] = await jobs();
    await library.call('jobs.cancel', { id: waiting?.id ?? '' });
    await library.call('jobs.cancel', { id: running?.id ?? '' });
    await expect
      .poll(async () => (await jobs()).map(({ state }) => state))
      .toEqual(['cancelled', 'running', 'running', 'running', 'cancelled']);
    expect((await jobs())[0]?.error).toBeNull();
    release();
    await library.call('jobs.retry', { id: waiting?.id ?? '' });
    expect((await settled()).map(({ state }) => state)).toEqual(['cancelled', 'done', 'done', 'done', 'done']);
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

  it('under way when the library is closed are cancelled, and closing waits for them', async () => {
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
