import type { Limits } from '../content/site-config.ts';
import { WORKER } from './project-folder.ts';
import { TaskThread, TaskThreads } from './thread-tasks.ts';
import { WorkerPool } from './worker-pool.ts';
import type { WorkAhead } from './worker-tasks.ts';

/** Ms; a slow machine may be busy besides. */
const LOADING_MS = 60_000;

/**
 * The worker processes of one or several builds: they start with the first work, and stay for the next build unless the
 * site's limits changed in between. So does a thread that draws.
 */
export class Workforce {
  readonly drawing = new TaskThread();
  /** For what is read beside a build. */
  readonly threads = new TaskThreads(2);
  readonly #size: number;
  #pool: WorkerPool | undefined;
  #megabytes: number | undefined;
  #earlierPeakBytes = 0;
  #isDisbanded = false;

  /** @param size - Processes at most, at least 1. */
  constructor(size: number) {
    this.#size = size;
  }

  /**
   * A pool that keeps to the limits. It is there at once: whoever dismisses the workers next, dismisses its.
   *
   * @throws Error when the workers have been disbanded: nobody would end those.
   */
  async hire(limits: Limits): Promise<WorkerPool> {
    if (this.#isDisbanded) throw new Error('The workers have been disbanded.');
    const former = this.#megabytes === limits.workerMegabytes ? undefined : this.#release();
    this.#megabytes = limits.workerMegabytes;
    this.#pool ??= new WorkerPool({
      worker: WORKER,
      size: this.#size,
      heapMegabytes: limits.workerMegabytes,
    });
    const pool = this.#pool;
    await former?.close();
    return pool;
  }

  /**
   * Has a worker, which is started if there is none, load what it will need next. What goes wrong is met again when it is
   * needed.
   *
   * @param limits - As for `hire`.
   */
  async getReady(ahead: WorkAhead, limits: Limits): Promise<void> {
    try {
      const hiring = this.hire(limits);
      // Before the caller goes on: a process takes its time to start.
      this.#pool?.warm(1);
      const pool = await hiring;
      await pool.run('load', [ahead], { sliceSize: 1, itemMs: LOADING_MS });
    } catch {
      // As said.
    }
  }

  /** Sum of the largest resident sets of the workers that were there at the same time, in bytes. */
  get peakBytes(): number {
    return Math.max(this.#earlierPeakBytes, this.#pool?.peakBytes ?? 0);
  }

  /** Ends the workers, and with an error what they are at; a later `hire` starts new ones. Threads that read stay. */
  async dismiss(): Promise<void> {
    await Promise.all([this.#release()?.close(), this.drawing.end()]);
  }

  /** The same for good, with all threads. */
  async disband(): Promise<void> {
    this.#isDisbanded = true;
    await Promise.all([this.dismiss(), this.threads.end()]);
  }

  #release(): WorkerPool | undefined {
    const pool = this.#pool;
    this.#earlierPeakBytes = this.peakBytes;
    this.#pool = undefined;
    return pool;
  }
}
