import { Worker } from 'node:worker_threads';
import { checksum } from './checksum.ts';
import { findAltered } from './find-altered.ts';
import { DISK_THREAD } from './project-folder.ts';

/** Work that waits for the disk, and at a large site takes as long as much of the rest of a build: it can go on beside that. */
export const diskTasks = { checksum, findAltered } as const;

type DiskTasks = typeof diskTasks;

/** What a thread is asked for. */
export interface DiskCall<Name extends keyof DiskTasks = keyof DiskTasks> {
  readonly task: Name;
  readonly parameters: Parameters<DiskTasks[Name]>;
}

/** Does a task in a thread of its own, which takes a twentieth of a second to start. @throws What the task throws. */
export function runBeside<Name extends keyof DiskTasks>(
  task: Name,
  ...parameters: Parameters<DiskTasks[Name]>
): Promise<ReturnType<DiskTasks[Name]>> {
  return new Promise((resolve, reject) => {
    const call: DiskCall<Name> = { task, parameters };
    const thread = startThread(DISK_THREAD, call);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (status) => reject(new Error(`The thread for ${task} ended (${status}).`)));
  });
}

/** TypeScript that runs as it is needs a compiler in the thread too: those of the process are not handed on. */
function startThread(module: URL, workerData: DiskCall): Worker {
  if (!module.pathname.endsWith('.ts')) return new Worker(module, { workerData });
  const [compiler, main] = [import.meta.resolve('tsx/esm/api'), module.href].map((url) =>
    JSON.stringify(url),
  );
  const start = `import(${compiler}).then(({ register }) => (register(), import(${main})))`;
  return new Worker(start, { eval: true, workerData });
}
