import { Worker } from 'node:worker_threads';
import { checksum } from './checksum.ts';
import { findAltered } from './find-altered.ts';
import { DISK_THREAD } from './project-folder.ts';

/** What a thread can be asked for, and what it answers. */
interface DiskTasks {
  readonly checksum: { readonly parameters: Parameters<typeof checksum>; readonly answer: number };
  readonly findAltered: {
    readonly parameters: Parameters<typeof findAltered>;
    readonly answer: readonly string[];
  };
}

/** Work that waits for the disk, and at a large site takes as long as much of the rest of a build: it can go on beside that. */
export const diskTasks: {
  readonly [Name in keyof DiskTasks]: (...all: DiskTasks[Name]['parameters']) => DiskTasks[Name]['answer'];
} = { checksum, findAltered };

export interface DiskCall<Name extends keyof DiskTasks = keyof DiskTasks> {
  readonly task: Name;
  readonly parameters: DiskTasks[Name]['parameters'];
}

/**
 * Does a task in a thread of its own, which takes a twentieth of a second to start; in this one when there can be none, or
 * when it fails, so that the caller hears why.
 *
 * @throws What the task throws.
 */
export async function runBeside<Name extends keyof DiskTasks>(
  task: Name,
  ...parameters: DiskTasks[Name]['parameters']
): Promise<DiskTasks[Name]['answer']> {
  try {
    return await askThread({ task, parameters });
  } catch {
    return diskTasks[task](...parameters);
  }
}

function askThread<Name extends keyof DiskTasks>(call: DiskCall<Name>): Promise<DiskTasks[Name]['answer']> {
  return new Promise((resolve, reject) => {
    const thread = startThread(DISK_THREAD, call);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (status) => reject(new Error(`The thread for ${call.task} ended (${status}).`)));
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
