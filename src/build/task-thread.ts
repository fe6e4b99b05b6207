import { parentPort } from 'node:worker_threads';
import { type ThreadCall, threadTasks } from './thread-tasks.ts';

/** The thread at the other end of a `TaskThread`: does what it is asked for, answers, and waits for more. */
parentPort!.on('message', async ({ task, parameters }: ThreadCall) => {
  const answer = await (threadTasks[task] as (...all: readonly unknown[]) => unknown)(...parameters);
  parentPort!.postMessage(answer);
});
