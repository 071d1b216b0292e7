import type { CallError } from '../../contract/errors.ts';
import type { Job } from '../../contract/entities.ts';
import type { SaveInput } from '../../contract/methods.ts';
import { makeJobId } from '../domain/ids.ts';
import { AppError, toCallError } from '../errors.ts';
import type { Clock, RandomText } from '../ports.ts';
import { backOff, HostPace, PACE, type Pace } from './host-pace.ts';
import { cancelled, type JobControl, type JobList, type JobResult } from './job-list.ts';
import { QueueLog, type Standing } from './queue-log.ts';
import { mergeOptions, type QueueOptions, type QueueStore, type QueueTask } from './queue-record.ts';
import { hostOf, inputOfSpooled, isLarge, keyOf, kindOf, labelOf, triesOf } from './queue-task.ts';
import { WaitingLine, type Waiting } from './waiting-line.ts';

export interface QueueRunner {
  /** Does one piece of work; `save-spooled` comes as the `save` it was. Rejects with an AppError. */
  run(task: QueueTask, options: QueueOptions, control: JobControl): Promise<JobResult & { articleId: string }>;
  /** Puts an article that is there into tags and collections, and notes the feed it came from. */
  organise(id: string, options: QueueOptions): Promise<void>;
}

/** How a piece of work ended: also for work of an earlier session, and once more after a new try. */
export interface QueueEnd {
  readonly job: Job;
  readonly task: QueueTask;
  readonly options: QueueOptions;
}

export interface QueueEntry {
  readonly task: QueueTask;
  /** The feed item this one stores. */
  readonly feed?: QueueOptions['feed'];
}

interface Item extends Waiting {
  readonly at: string;
  readonly key: string | null;
  /** Somebody waits for it: not written down, tried once. */
  direct: boolean;
  task: QueueTask;
  options: QueueOptions;
  tried: number;
  abort: AbortController;
  timer: ReturnType<typeof setTimeout> | null;
  /** Requests for the same that came while it ran. */
  joined: QueueOptions[];
  settle: ((error: unknown, result: JobResult | null) => void)[];
}

/** A person's request without anything special. */
export const BY_PERSON: QueueOptions = { tags: [], collections: [], origin: 'person', priority: 10, feed: null };

/**
 * Work on articles that outlives the program: written down before anybody is told that it waits, done by turns (priority, then fairly among
 * hosts), politely (host-pace.ts), tried again where that may help. One address is one piece of work at a time.
 */
export class SaveQueue {
  readonly #jobs: JobList;
  readonly #log: QueueLog;
  readonly #store: QueueStore;
  readonly #runner: QueueRunner;
  readonly #clock: Clock;
  readonly #random: RandomText;
  readonly #pace: Pace;
  readonly #hosts: HostPace;
  readonly #line = new WaitingLine<Item>();
  readonly #items = new Map<string, Item>();
  readonly #byKey = new Map<string, Item>();
  readonly #running = new Set<Promise<void>>();
  readonly #listeners = new Set<(end: QueueEnd) => void>();
  #number = 0;
  #paused = false;
  #closing = false;
  /** Work of an earlier session, until it may begin. */
  #held: Item[] = [];

  constructor(parts: { jobs: JobList; store: QueueStore; runner: QueueRunner; clock: Clock; random: RandomText; pace?: Partial<Pace> }) {
    this.#jobs = parts.jobs;
    this.#store = parts.store;
    this.#runner = parts.runner;
    this.#clock = parts.clock;
    this.#random = parts.random;
    this.#pace = { ...PACE, ...parts.pace };
    this.#hosts = new HostPace(this.#pace, () => this.#next());
    this.#log = new QueueLog(parts.store, () => this.#standing());
  }

  /** Reads what an earlier session left. Nothing of it runs before `start`. */
  async open(): Promise<void> {
    const { items, paused } = await this.#log.read();
    this.#paused = paused;
    this.#jobs.paused(paused);
    for (const { id, at, task, options, end } of items) {
      const item = this.#item(id, at, task, options, false);
      this.#show(item);
      if (end) {
        const { articleId, existing, incomplete, error } = end;
        this.#jobs.set(id, { state: end.end, step: '', progress: end.end === 'done' ? 1 : null, articleId, existing, incomplete, error });
      } else {
        if (item.key !== null) this.#byKey.set(item.key, item);
        this.#held.push(item);
      }
    }
  }

  /** Begins with what an earlier session left. */
  start(): void {
    for (const item of this.#held.splice(0)) if (this.#state(item) === 'waiting') this.#line.add(item);
    this.#next();
  }

  /** Told whenever a piece of work ends. Answers with how to stop listening. */
  onEnd(listener: (end: QueueEnd) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds work and answers, when it is written down, with one job for each different piece. What is under way already is joined. */
  async enqueue(entries: readonly QueueEntry[], asked: Omit<QueueOptions, 'feed'>): Promise<Job[]> {
    const found = new Map<string, Item>();
    const promoted: Item[] = [];
    const fresh: Item[] = [];
    const joined: [Item, QueueOptions][] = [];
    for (const { task, feed } of entries) {
      const options: QueueOptions = { ...asked, feed: feed ?? null };
      const other = this.#underWay(keyOf(task));
      if (other) {
        // The same address twice in one request asks for nothing more.
        if (!found.has(other.id)) joined.push([other, options]);
        found.set(other.id, other);
        // Whoever waited for it may go; this request stays.
        if (other.direct) promoted.push(other);
        other.direct = false;
        continue;
      }
      const item = this.#item(makeJobId(this.#random), new Date(this.#clock.now()).toISOString(), task, options, false);
      if (item.key !== null) this.#byKey.set(item.key, item);
      found.set(item.id, item);
      fresh.push(item);
    }
    try {
      for (const item of fresh) await this.#spool(item);
      await this.#log.added([...fresh, ...promoted], joined);
    } catch (error) {
      for (const item of fresh) this.#drop(item);
      throw error;
    }
    for (const [item, options] of joined) this.#join(item, options);
    for (const item of fresh) {
      this.#show(item);
      this.#line.add(item);
    }
    this.#next();
    return [...found.values()].flatMap(({ id }) => this.#jobs.find(id) ?? []);
  }

  /** Saves one input for somebody who waits: at once, not written down, tried once. Answers when it is durable and searchable. */
  async save(input: SaveInput, asked: Pick<QueueOptions, 'tags' | 'collections'>): Promise<{ id: string; existing: boolean }> {
    return this.run({ do: 'save', input }, { ...BY_PERSON, priority: 20, ...asked });
  }

  /** The same for any piece of work. */
  async run(task: QueueTask, options: QueueOptions): Promise<{ id: string; existing: boolean; incomplete: boolean }> {
    const other = this.#underWay(keyOf(task));
    const item = other ?? this.#item(makeJobId(this.#random), new Date(this.#clock.now()).toISOString(), task, options, true);
    const result = new Promise<JobResult>((resolve, reject) => {
      item.settle.push((error, value) => (value ? resolve(value) : reject(error instanceof Error ? error : new Error(String(error)))));
    });
    if (!other) {
      if (item.key !== null) this.#byKey.set(item.key, item);
      this.#show(item);
      this.#line.add(item);
      this.#next();
    }
    const { articleId, existing, incomplete } = await result;
    const id = articleId ?? '';
    if (other) await this.#runner.organise(id, options);
    return { id, existing: existing || other !== null, incomplete: incomplete ?? false };
  }

  /** Lets what runs finish, and begins nothing that nobody waits for. */
  async pause(paused: boolean): Promise<void> {
    if (this.#paused === paused) return;
    this.#paused = paused;
    this.#jobs.paused(paused);
    await this.#log.paused(paused);
    this.#next();
  }

  /** Ends everything that runs, keeps what is written down for the next session, and waits until nothing runs any more. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#hosts.stop();
    for (const item of [...this.#items.values()]) {
      if (this.#state(item) === 'waiting') this.#end(item, 'cancelled', cancelled(), null);
      else item.abort.abort();
    }
    await Promise.all(this.#running);
    await this.#log.idle();
  }

  #cancel(item: Item): void {
    if (this.#state(item) === 'waiting') this.#end(item, 'cancelled', cancelled(), null);
    item.abort.abort();
  }

  #retry(item: Item): void {
    const state = this.#state(item);
    if (state !== 'failed' && state !== 'cancelled') return;
    const other = this.#underWay(item.key);
    if (other && other !== item) return;
    if (item.key !== null) this.#byKey.set(item.key, item);
    item.abort = new AbortController();
    item.tried = 0;
    this.#jobs.set(item.id, { state: 'waiting', step: 'Waiting', progress: null, error: null, retryAt: null });
    if (!item.direct) this.#log.again(item.id);
    this.#line.add(item);
    this.#next();
  }

  #next(): void {
    if (this.#closing) return;
    while (!this.#hosts.full) {
      const item = this.#line.take((first) => this.#hosts.mayStart(first.host) && (first.direct || !this.#paused));
      if (!item) return;
      const run = this.#run(item);
      this.#running.add(run);
      void run.finally(() => this.#running.delete(run));
    }
  }

  async #run(item: Item): Promise<void> {
    const { abort } = item;
    item.tried += 1;
    this.#hosts.started(item.host);
    this.#jobs.set(item.id, { state: 'running', step: 'Starting', retryAt: null });
    try {
      const result = await this.#runner.run(await this.#whole(item), item.options, {
        signal: abort.signal,
        step: (step, progress) => {
          if (item.abort === abort && this.#state(item) === 'running') this.#jobs.set(item.id, { step, progress });
        },
      });
      this.#end(item, 'done', null, result);
    } catch (thrown) {
      const wasCancelled = abort.signal.aborted || (thrown instanceof AppError && thrown.code === 'cancelled');
      if (wasCancelled) this.#end(item, 'cancelled', cancelled(), null);
      else if (!this.#later(item, toCallError(thrown))) this.#end(item, 'failed', thrown, null);
    } finally {
      this.#hosts.ended(item.host);
      this.#next();
    }
  }

  /** Puts it off where another try may help. */
  #later(item: Item, error: CallError): boolean {
    const asked = Number(error.details['retryAfter'] ?? 0) * 1000;
    const busy = asked > 0 || error.details['status'] === 429 || error.details['status'] === 503;
    const again = !item.direct && !this.#closing && item.tried < triesOf(error, item.options.origin);
    const wait = Math.max(asked, backOff(item.tried, this.#chance(), this.#pace));
    // The host asked for quiet: that holds for all that wait for it, also where this one is given up.
    if (busy && item.host !== '') this.#hosts.close(item.host, wait);
    if (!again) return false;
    const retryAt = new Date(this.#clock.now() + wait).toISOString();
    this.#jobs.set(item.id, { state: 'waiting', step: error.message, progress: null, error, retryAt });
    item.timer = setTimeout(() => {
      item.timer = null;
      this.#jobs.set(item.id, { step: 'Waiting', error: null, retryAt: null });
      this.#line.add(item);
      this.#next();
    }, wait);
    return true;
  }

  #end(item: Item, state: 'done' | 'failed' | 'cancelled', thrown: unknown, result: JobResult | null): void {
    if (item.timer !== null) clearTimeout(item.timer);
    item.timer = null;
    this.#line.remove(item);
    if (item.key !== null && this.#byKey.get(item.key) === item) this.#byKey.delete(item.key);
    const step = state === 'done' ? (result?.existing ? 'In the library already' : 'Done') : state === 'failed' ? 'Failed' : 'Cancelled';
    const { articleId = null, existing = false, incomplete = false } = result ?? {};
    const error = state === 'failed' ? toCallError(thrown) : null;
    const savedAs = result?.savedAs;
    const ended = { state, step, progress: state === 'done' ? 1 : null, articleId, existing, incomplete, error, retryAt: null };
    this.#jobs.set(item.id, { ...ended, ...(savedAs !== undefined && { savedAs }) });
    for (const settle of item.settle.splice(0)) settle(thrown, result);
    for (const options of item.joined.splice(0)) {
      // The work that was joined tells about its own failure; this request has nothing to add.
      if (articleId !== null) void this.#runner.organise(articleId, options).catch(() => undefined);
    }
    if (this.#closing) return;
    // What could be megabytes of a dropped file is needed no more.
    if (state === 'done' && item.task.do === 'save-spooled') void this.#store.unspool(item.id);
    if (!item.direct) this.#log.ended(item.id, state, { articleId, existing, incomplete, error });
    const job = this.#jobs.find(item.id);
    if (job) for (const listener of [...this.#listeners]) listener({ job, task: item.task, options: item.options });
    if (state === 'done' && item.direct) this.#items.delete(item.id);
  }

  #join(item: Item, options: QueueOptions): void {
    if (this.#state(item) === 'running') item.joined.push(options);
    item.options = mergeOptions(item.options, options);
  }

  async #spool(item: Item): Promise<void> {
    if (item.task.do !== 'save' || !this.#store.writable || !isLarge(item.task.input)) return;
    await this.#store.spool(item.id, JSON.stringify(item.task.input));
    item.task = { do: 'save-spooled', label: labelOf(item.task) };
  }

  async #whole(item: Item): Promise<QueueTask> {
    if (item.task.do !== 'save-spooled') return item.task;
    return { do: 'save', input: inputOfSpooled(await this.#store.spooled(item.id)) };
  }

  #item(id: string, at: string, task: QueueTask, options: QueueOptions, direct: boolean): Item {
    const item: Item = {
      id,
      at,
      task,
      options,
      direct,
      key: keyOf(task),
      host: hostOf(task),
      priority: options.priority,
      number: ++this.#number,
      tried: 0,
      abort: new AbortController(),
      timer: null,
      joined: [],
      settle: [],
    };
    this.#items.set(id, item);
    return item;
  }

  #show(item: Item): void {
    const job = { id: item.id, kind: kindOf(item.task), label: labelOf(item.task), createdAt: item.at };
    this.#jobs.adopt(job, {
      cancel: () => this.#cancel(item),
      retry: () => this.#retry(item),
      forgotten: () => this.#forget(item),
    });
  }

  #forget(item: Item): void {
    this.#drop(item);
    if (!item.direct) this.#log.forgotten(item.id);
  }

  #drop(item: Item): void {
    this.#items.delete(item.id);
    if (item.key !== null && this.#byKey.get(item.key) === item) this.#byKey.delete(item.key);
    if (item.task.do === 'save-spooled') void this.#store.unspool(item.id);
  }

  #underWay(key: string | null): Item | null {
    return (key === null ? undefined : this.#byKey.get(key)) ?? null;
  }

  #state(item: Item): Job['state'] | null {
    return this.#jobs.find(item.id)?.state ?? null;
  }

  /** Everything the file must tell, in order of coming. */
  #standing(): Standing {
    const kept = [...this.#items.values()].filter(({ direct }) => !direct);
    // One that is not shown yet is being written down at this moment.
    return { items: kept.map(({ id, at, task, options }) => ({ id, at, task, options, job: this.#jobs.find(id) })), paused: this.#paused };
  }

  #chance(): number {
    return Number.parseInt(this.#random(4), 36) / 36 ** 4;
  }
}
