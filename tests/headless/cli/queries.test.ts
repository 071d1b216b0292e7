import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { articleJsonSchema } from '../../../electron/contract/entities.ts';
import { offprint, storyPage } from './offprint.ts';

// Every command is a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
let library: string;
let ids: Record<string, string>;
const run = (...args: string[]) => offprint(args, { library });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-queries-'));
  library = join(folder, 'library');
  const stories: [string, string][] = [
    ['Oğuz', 'Iğdır ovasında kayısı ağaçları çiçek açtı.'],
    ['Turbines', 'The turbine on the hill turned slowly in the wind.'],
    ['Weather', 'Rain over the valley, and wind from the west.'],
  ];
  for (const [name, body] of stories) await writeFile(join(folder, `${name}.html`), storyPage(name, body));
  const { json } = await offprint(['add', ...stories.map(([name]) => `${name}.html`), '--json'], { library, cwd: folder });
  ids = Object.fromEntries(json.articles.map(({ id, title }) => [title, id]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('offprint list', () => {
  it('lists the newest first, as many as asked for, and counts all', async () => {
    const ran = await run('list', '--limit', '2', '--json');
    expect(ran.code).toBe(0);
    expect(ran.json.total).toBe(3);
    expect(ran.json.articles).toHaveLength(2);
    for (const article of ran.json.articles) articleJsonSchema.parse(article);
    const dates = ran.json.articles.map(({ savedAt }) => savedAt);
    expect([...dates].sort().reverse()).toEqual(dates);
  });

  it('takes a query', async () => {
    expect((await run('list', 'wind', '-rain', '--json')).json).toMatchObject({ total: 1, articles: [{ title: 'Turbines' }] });
    expect((await run('list', '--limit', '0', '--json')).json).toEqual({ total: 3, articles: [] });
  });

  it('prints aligned text for people, and how many on stderr', async () => {
    const ran = await run('list');
    expect(ran.stdout.trim().split('\n')).toHaveLength(3);
    for (const line of ran.stdout.trim().split('\n')) expect(line).toMatch(/^0000[0-9a-z]{8} {2}2024-05-01 {2}The Paper {2}\S/);
    expect(ran.stderr).toBe('3 articles\n');
  });
});

describe('offprint search', () => {
  it('finds words whatever their accents, with a snippet and what to mark in it', async () => {
    const ran = await run('search', 'igdir', '--json');
    expect(ran.code).toBe(0);
    const { total, tookMs, hits } = ran.json;
    expect(total).toBe(1);
    expect(tookMs).toBeGreaterThanOrEqual(0);
    expect(hits).toMatchObject([{ id: ids['Oğuz'], title: 'Oğuz', tags: [], collections: [], publishedAt: '2024-05-01' }]);
    const [start, end] = hits[0]?.marks[0] ?? [0, 0];
    expect(hits[0]?.snippet.slice(start, end)).toMatch(/^Iğdır/);
  });

  it('finds nothing without failing', async () => {
    const ran = await run('search', 'zeppelin', '--json');
    expect(ran.code).toBe(0);
    expect(ran.json).toMatchObject({ total: 0, hits: [] });
  });

  it('says what is wrong with a query, answers the rest, and fails', async () => {
    const ran = await run('search', 'wind is:purple', '--json');
    expect(ran.code).toBe(1);
    expect(ran.json.problems).toHaveLength(1);
    expect(ran.stderr).toMatch(/purple/);
    expect(ran.stderr).not.toMatch(/Error|\bat /);
    expect(ran.json.total).toBeGreaterThan(0);
  });
});

describe('offprint show', () => {
  it('prints an article in each format', async () => {
    const id = ids['Turbines'] ?? '';
    const text = await run('show', id, '--format', 'text');
    expect(text.stdout).toContain('The turbine on the hill');
    expect(text.stdout).not.toContain('<p>');
    const markdown = await run('show', id, '--format', 'markdown');
    expect(markdown.stdout).toMatch(/^# Turbines\n/);
    const html = await run('show', id, '--format=html');
    expect(html.stdout).toContain('<p>');
    const json = await run('show', id, '--format', 'json');
    articleJsonSchema.parse(json.json);
    expect(json.json.id).toBe(id);
    const person = await run('show', id);
    expect(person.stdout).toMatch(/^Turbines\nAda Reader · The Paper · 2024-05-01\n\n/);
    expect((await run('show', id, '--format', 'text', '--json')).json.text).toContain('The turbine on the hill');
  });

  it('of what is not there is a sentence', async () => {
    for (const id of ['0000zzzzzzzz', 'no-id']) {
      const ran = await run('show', id, '--json');
      expect(ran.code).toBe(1);
      expect(ran.stderr).toContain(`There is no article ${id} in this library.`);
      expect(ran.json.error.code).toBe('not-found');
    }
  });
});

describe('offprint tag, collect, delete', () => {
  it('tags, and takes tags off', async () => {
    const [one = '', two = ''] = [ids['Turbines'], ids['Weather']];
    const added = await run('tag', one, two, '+hava durumu', '+b', '--json');
    expect(added.code).toBe(0);
    expect(added.json.changed).toBe(2);
    expect(added.json.articles.map(({ tags }) => tags)).toEqual([
      ['hava durumu', 'b'],
      ['hava durumu', 'b'],
    ]);
    const removed = await run('tag', one, '-B', '+c', '--json');
    expect(removed.json.articles[0]?.tags).toEqual(['hava durumu', 'c']);
    const { tags } = (await run('tags', '--json')).json;
    expect(tags.map(({ name, count }) => [name, count]).sort()).toEqual([
      ['b', 1],
      ['c', 1],
      ['hava durumu', 2],
    ]);
    expect((await run('list', 'tag:"hava durumu"', '--json')).json.total).toBe(2);
  });

  it('collects into a path that is made where missing', async () => {
    const ran = await run('collect', ids['Turbines'] ?? '', ids['Weather'] ?? '', 'Energy / Wind', '--json');
    expect(ran.code).toBe(0);
    expect(ran.json.articles[0]?.collections).toEqual(['Energy / Wind']);
    await run('collect', ids['Oğuz'] ?? '', 'energy');
    const { collections } = (await run('collections', '--json')).json;
    expect(collections.map(({ path, count }) => [path, count])).toEqual([
      ['Energy', 3],
      ['Energy / Wind', 2],
    ]);
    expect((await run('list', 'in:Energy', '--json')).json.total).toBe(3);
  });

  it('does what it can, and fails for what is not there', async () => {
    const ran = await run('tag', ids['Oğuz'] ?? '', '0000zzzzzzzz', '+seen', '--json');
    expect(ran.code).toBe(1);
    expect(ran.json).toMatchObject({ changed: 1, missing: ['0000zzzzzzzz'] });
    const none = await run('collect', 'nobody', 'Never made', '--json');
    expect(none.code).toBe(1);
    expect((await run('collections')).stdout).not.toContain('Never made');
  });

  it('deletes to the Trash', async () => {
    const ran = await run('delete', ids['Weather'] ?? '', '--json');
    expect(ran.code).toBe(0);
    expect(ran.json.changed).toBe(1);
    expect((await run('list', '--json')).json.total).toBe(2);
  });
});
