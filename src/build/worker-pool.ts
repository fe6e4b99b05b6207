import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ProgressMark } from './progress-mark.ts';
import { type FromWorker, LEAST_SLICE } from './worker-messages.ts';
import { describeDeath, endProcess, send, startProcess } from './worker-process.ts';

/** How an item ended. A worker that died or hung on it took nothing else with it. */
export type Outcome<R> =
  | { readonly ok: true; readonly result: R }
  | { readonly ok: false; readonly cause: 'hung' | 'died'; readonly detail: string };

export interface PoolOptions {
  /** The module that each process runs; see `worker.ts`. */
  readonly worker: URL;
  /** Processes at most, at least 1. They are started when there is work for them. */
  readonly size: number;
  /** MiB of heap of each worker. */
  readonly heapMegabytes: number;
}

export interface RunOptions {
  /** Goes with every slice; plain data. */
  readonly shared?: unknown;
  /** Items a worker gets at once, at most; at least 1. Few items are cut finer, so that all workers have some. */
  readonly sliceSize: number;
  /** Ms a worker may stay on one item before it is killed. */
  readonly itemMs: number;
  /** Comes before all that waits already. Default: after it. */
  readonly ahead?: boolean;
  /** Makes what a worker is sent of an item, each time it is sent. Default: the item itself. */
  readonly spell?: (item: unknown) => unknown;
  /** How much work it is, in items of the usual kind (an article, a page). Default: the number of items. */
  readonly load?: number;
  /** Called with the number of items done so far. */
  readonly onProgress?: (done: number) => void;
  /** Takes a result as it comes, and gives what is kept of it for the end. Default: all of it. What it throws ends the run. */
  readonly receive?: (result: unknown, position: number) => unknown;
  /** Called with each outcome as it comes, while the workers go on. What it throws ends the run. */
  readonly onOutcome?: (position: number, outcome: Outcome<unknown>) => void;
}

function closedError(): Error {
  return new Error('The workers have been dismissed.');
}

/** One call of `run`, and how its slices report. */
interface Job {
  readonly task: string;
  readonly shared: unknown;
  readonly itemMs: number;
  readonly spell: (item: unknown) => unknown;
  readonly settle: (position: number, outcome: Outcome<unknown>) => void;
  readonly fail: (error: Error) => void;
}

interface Slice {
  readonly id: number;
  readonly job: Job;
  /** Positions in the caller's list. */
  readonly positions: readonly number[];
  readonly items: readonly unknown[];
  /** See `RunOptions`. */
  readonly load: number;
}

interface Member {
  readonly child: ChildProcess;
  readonly mark: ProgressMark;
  slice: Slice | undefined;
  /** Last progress seen, and when, in ms of `performance.now()`. */
  seen: string;
  seenAt: number;
  hung: boolean;
  stderr: string;
  peakBytes: number;
  /** A worker that dies before it is ready never will be: a bug of ours, not of an item. */
  ready: boolean;
}

const WATCH_MS = 200;
/** Work that pays for another process: to start one and load its rooms takes as long as some hundred items. */
const LOAD_OF_A_WORKER = 64;
/** Of a run with few items: slices each worker gets, about. */
const SLICES_A_WORKER = 4;
/** Ms a worker may take to load what a task needs, before the first item of a slice. */
const LOADING_MS = 60_000;

/**
 * Processes that work through lists of items in slices. A process that hangs on an item, or dies of it, is replaced; the
 * item's outcome says so, and the rest of its slice is done again elsewhere. The work on an item must be repeatable.
 */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-'));
  readonly #members = new Set<Member>();
  readonly #queue: Slice[] = [];
  #slices = 0;
  #marks = 0;
  #closed = false;
  #watch: NodeJS.Timeout | undefined;
  /** The next slice, as it is to be sent. */
  #ahead: { readonly slice: Slice; readonly items: readonly unknown[] } | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Starts workers ahead of their work, so that they load while the caller is still busy. */
  warm(count: number): void {
    while (this.#members.size < Math.min(count, this.#options.size)) this.#start();
  }

  /**
   * Does one task on every item.
   *
   * @param items - Plain data, one item each.
   * @returns The outcomes, in the items' order.
   * @throws The worker's error when it failed as a whole: a bug of ours, or a disk that refuses. An error when the pool is
   *   closed, or is before it is done.
   */
  async run<R>(task: string, items: readonly unknown[], options: RunOptions): Promise<Outcome<R>[]> {
    const outcomes = new Array<Outcome<R>>(items.length);
    if (items.length === 0) return outcomes;
    if (this.#closed) throw closedError();
    await new Promise<void>((resolve, reject) => {
      let done = 0;
      const settle = (position: number, came: Outcome<unknown>) => {
        done++;
        try {
          const outcome =
            came.ok && options.receive
              ? { ok: true as const, result: options.receive(came.result, position) }
              : came;
          outcomes[position] = outcome as Outcome<R>;
          options.onOutcome?.(position, outcome);
          options.onProgress?.(done);
        } catch (error) {
          reject(error);
        }
        if (done === items.length) resolve();
      };
      const { shared, itemMs, spell = (item) => item } = options;
      const job = { task, shared, itemMs, spell, settle, fail: reject };
      const loadOfItem = (options.load ?? items.length) / items.length;
      const slices: Slice[] = [];
      const fair = Math.max(LEAST_SLICE, Math.ceil(items.length / (SLICES_A_WORKER * this.#options.size)));
      const sliceSize = Math.min(options.sliceSize, fair);
      for (let start = 0; start < items.length; start += sliceSize) {
        const slice = items.slice(start, start + sliceSize);
        const positions = slice.map((_, index) => start + index);
        slices.push({
          id: this.#slices++,
          job,
          items: slice,
          positions,
          load: loadOfItem * slice.length,
        });
      }
      this.#queue.splice(options.ahead === true ? 0 : this.#queue.length, 0, ...slices);
      const load = this.#queue.reduce((sum, slice) => sum + slice.load, 0);
      this.warm(Math.min(this.#queue.length, Math.max(1, Math.ceil(load / LOAD_OF_A_WORKER))));
      this.#dispatch();
    });
    return outcomes;
  }

  /** Ends all workers. Whoever waits for what they do is told. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#watch);
    const slices = [...this.#queue.splice(0), ...[...this.#members].flatMap(({ slice }) => slice ?? [])];
    for (const { job } of slices) job.fail(closedError());
    await Promise.all([...this.#members].map((member) => endProcess(member.child)));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Sum of the workers' largest resident sets, in bytes. */
  get peakBytes(): number {
    return [...this.#members].reduce((sum, member) => sum + member.peakBytes, 0);
  }

  #start(): void {
    const markFile = path.join(this.#folder, `mark-${this.#marks++}`);
    const child = startProcess(this.#options);
    const member: Member = {
      child,
      mark: new ProgressMark(markFile),
      slice: undefined,
      seen: '',
      seenAt: performance.now(),
      hung: false,
      stderr: '',
      peakBytes: 0,
      ready: false,
    };
    this.#members.add(member);
    child.on('message', (message) => this.#receive(member, message as FromWorker));
    child.on('exit', (code, signal) => this.#bury(member, signal ?? `exit status ${code}`));
    // Without a process (the system refuses another, say) there is no exit to hear of.
    child.on('error', (error) => child.pid === undefined && this.#bury(member, error.message));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      member.stderr = (member.stderr + text).slice(-4000);
    });
    send(member.child, { type: 'setup', markFile });
    this.#watch ??= setInterval(() => this.#lookAfter(), WATCH_MS);
  }

  #dispatch(): void {
    for (const member of this.#members) {
      if (this.#queue.length === 0) return;
      if (member.slice !== undefined || member.hung) continue;
      const slice = this.#queue.shift()!;
      member.slice = slice;
      member.seenAt = performance.now();
      const { task, shared } = slice.job;
      try {
        send(member.child, { type: 'slice', slice: slice.id, task, shared, items: this.#spell(slice) });
      } catch (error) {
        slice.job.fail(error as Error);
      }
    }
    // While all are at work: whoever is done first is not to wait for it.
    const next = this.#queue[0];
    if (next !== undefined) setImmediate(() => this.#spellAhead(next));
  }

  #spellAhead(slice: Slice): void {
    if (slice !== this.#queue[0]) return;
    try {
      this.#ahead = { slice, items: this.#spell(slice) };
    } catch {
      // Met again when it is its turn.
    }
  }

  #spell(slice: Slice): readonly unknown[] {
    const ahead = this.#ahead;
    if (ahead?.slice !== slice) return slice.items.map(slice.job.spell);
    this.#ahead = undefined;
    return ahead.items;
  }

  #receive(member: Member, message: FromWorker): void {
    if (message.type === 'ready') {
      member.ready = true;
      member.seenAt = performance.now();
      return;
    }
    const slice = member.slice;
    if (slice === undefined || slice.id !== message.slice) return;
    member.slice = undefined;
    if (message.type === 'failed') {
      const { type: _type, slice: _slice, ...failure } = message;
      this.#giveUp(slice.job, Object.assign(new Error(message.message), failure));
      this.#dispatch();
      return;
    }
    member.peakBytes = message.peakBytes;
    this.#dispatch();
    message.results.forEach((result, index) => {
      slice.job.settle(slice.positions[index]!, { ok: true, result });
    });
  }

  /** A worker is gone. Its item gets the blame; what else was in its slice is done again. */
  #bury(member: Member, how: string): void {
    if (!this.#members.delete(member)) return;
    if (!this.#closed && member.slice !== undefined) this.#blame(member, member.slice, how);
    member.mark.close();
    if (this.#closed) return;
    // Whoever waited for this one waits for another now; where none can start, each that is tried ends one wait.
    if (this.#queue.length > 0) this.warm(this.#members.size + 1);
    this.#dispatch();
  }

  /** Nobody waits for what is left of it. */
  #giveUp(job: Job, error: Error): void {
    const others = this.#queue.filter((slice) => slice.job !== job);
    this.#queue.splice(0, this.#queue.length, ...others);
    job.fail(error);
  }

  #blame(member: Member, slice: Slice, how: string): void {
    if (!member.ready) {
      this.#giveUp(slice.job, new Error(`A worker could not start (${how}).\n${member.stderr}`));
      return;
    }
    const mark = member.mark.get();
    const culprit = mark?.slice === slice.id ? mark.item : 0;
    const rest = slice.items.flatMap((item, index) =>
      index === culprit ? [] : [{ item, position: slice.positions[index]! }],
    );
    slice.job.settle(slice.positions[culprit]!, {
      ok: false,
      cause: member.hung ? 'hung' : 'died',
      detail: member.hung ? `${slice.job.itemMs} ms` : describeDeath(how, member.stderr),
    });
    if (rest.length > 0) {
      this.#queue.push({
        id: this.#slices++,
        job: slice.job,
        items: rest.map(({ item }) => item),
        positions: rest.map(({ position }) => position),
        load: slice.load,
      });
    }
  }

  #lookAfter(): void {
    const now = performance.now();
    for (const member of this.#members) {
      if (member.slice === undefined || !member.ready) continue;
      const mark = member.mark.get();
      const seen = `${member.slice.id}:${mark?.slice}:${mark?.item}`;
      if (seen !== member.seen) {
        member.seen = seen;
        member.seenAt = now;
      } else if (
        now - member.seenAt >
        (mark?.slice === member.slice.id ? member.slice.job.itemMs : LOADING_MS)
      ) {
        member.hung = true;
        member.child.kill('SIGKILL');
      }
    }
  }
}
