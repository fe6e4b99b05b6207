import { parentPort, workerData } from 'node:worker_threads';
import { type DiskCall, diskTasks } from './disk-tasks.ts';

/** The thread at the other end of `runBeside`: does one task, answers, and ends. */
const { task, parameters } = workerData as DiskCall;
parentPort!.postMessage((diskTasks[task] as (...all: readonly unknown[]) => unknown)(...parameters));
