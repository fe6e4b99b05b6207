import { parentPort, workerData } from 'node:worker_threads';
import { type ThreadCall, threadTasks } from './thread-tasks.ts';

/** The thread at the other end of `runBeside`: does one task, answers, and ends. */
const { task, parameters } = workerData as ThreadCall;
parentPort!.postMessage(await (threadTasks[task] as (...all: readonly unknown[]) => unknown)(...parameters));
