import { Worker } from 'node:worker_threads';
import type { ShareImage } from '../site/share-image.ts';
import { checksum } from './checksum.ts';
import { findAltered } from './find-altered.ts';
import { TASK_THREAD } from './project-folder.ts';

/** What a thread can be asked for, and what it answers. */
interface ThreadTasks {
  readonly checksum: { readonly parameters: Parameters<typeof checksum>; readonly answer: number };
  readonly findAltered: {
    readonly parameters: Parameters<typeof findAltered>;
    readonly answer: readonly string[];
  };
  /** PNG. */
  readonly draw: {
    readonly parameters: readonly [readonly ShareImage[]];
    readonly answer: readonly Uint8Array[];
  };
}

type ThreadTask<Name extends keyof ThreadTasks> = (
  ...all: ThreadTasks[Name]['parameters']
) => ThreadTasks[Name]['answer'] | Promise<ThreadTasks[Name]['answer']>;

/**
 * Work that can go on beside the rest of a build: it waits for the disk, and at a large site takes as long as much of the
 * rest; or it is drawing, whose renderer and fonts are gone from memory with the thread.
 */
export const threadTasks: { readonly [Name in keyof ThreadTasks]: ThreadTask<Name> } = {
  checksum,
  findAltered,
  draw: async (images) => (await import('./draw-share-image.ts')).drawPngs(images),
};

export interface ThreadCall<Name extends keyof ThreadTasks = keyof ThreadTasks> {
  readonly task: Name;
  readonly parameters: ThreadTasks[Name]['parameters'];
}

/** Whoever ended a thread has no use for what it was at. */
class EndedError extends Error {}

/**
 * A thread for tasks that are asked for one after the other. It takes a twentieth of a second to start, with the first task,
 * keeps what it has loaded, and keeps no process from ending.
 */
export class TaskThread {
  #thread: Worker | undefined;

  /**
   * Does a task in the thread; in this one when there can be none, or when it fails, so that the caller hears why.
   *
   * @throws What the task throws; an error when the thread is ended meanwhile.
   */
  async run<Name extends keyof ThreadTasks>(
    task: Name,
    ...parameters: ThreadTasks[Name]['parameters']
  ): Promise<ThreadTasks[Name]['answer']> {
    try {
      return await this.#ask({ task, parameters });
    } catch (error) {
      if (error instanceof EndedError) throw error;
      return threadTasks[task](...parameters);
    }
  }

  /** Ends the thread; the next task has another. */
  async end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  #ask<Name extends keyof ThreadTasks>(call: ThreadCall<Name>): Promise<ThreadTasks[Name]['answer']> {
    return new Promise((resolve, reject) => {
      this.#thread ??= startThread(TASK_THREAD);
      const thread = this.#thread;
      const settle = () => {
        thread.off('message', answer).off('error', fail).off('exit', end);
        thread.unref();
      };
      const answer = (message: ThreadTasks[Name]['answer']) => {
        settle();
        resolve(message);
      };
      const fail = (error: Error) => {
        settle();
        if (this.#thread === thread) this.#thread = undefined;
        reject(error);
      };
      const end = (status: number) => {
        const told = `The thread for ${call.task} ended (${status}).`;
        // Whoever ends it has let go of it.
        fail(this.#thread === thread ? new Error(told) : new EndedError(told));
      };
      thread.ref();
      thread.on('message', answer).on('error', fail).on('exit', end);
      thread.postMessage(call);
    });
  }
}

/** Threads for tasks that may be asked for at the same time, each of which goes to one that has the least to do. */
export class TaskThreads {
  readonly #members: readonly { readonly thread: TaskThread; waiting: number; last: Promise<unknown> }[];

  /** @param size - Threads at most: each starts when all before it are at work. */
  constructor(size: number) {
    this.#members = Array.from({ length: size }, () => ({
      thread: new TaskThread(),
      waiting: 0,
      last: Promise.resolve(),
    }));
  }

  /** As `TaskThread.run`. */
  async run<Name extends keyof ThreadTasks>(
    task: Name,
    ...parameters: ThreadTasks[Name]['parameters']
  ): Promise<ThreadTasks[Name]['answer']> {
    const member = this.#members.reduce((least, each) => (each.waiting < least.waiting ? each : least));
    member.waiting++;
    const before = member.last;
    const answer = (async () => {
      await before;
      return member.thread.run(task, ...parameters);
    })();
    member.last = answer.catch(() => undefined);
    try {
      return await answer;
    } finally {
      member.waiting--;
    }
  }

  /** Ends the threads; the next task has another. */
  async end(): Promise<void> {
    await Promise.all(this.#members.map(({ thread }) => thread.end()));
  }
}

/** TypeScript that runs as it is needs a compiler in the thread too: those of the process are not handed on. */
function startThread(module: URL): Worker {
  if (!module.pathname.endsWith('.ts')) return new Worker(module);
  const [compiler, main] = [import.meta.resolve('tsx/esm/api'), module.href].map((url) =>
    JSON.stringify(url),
  );
  const start = `import(${compiler}).then(({ register }) => (register(), import(${main})))`;
  return new Worker(start, { eval: true });
}
