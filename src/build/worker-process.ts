import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ToWorker } from './worker-messages.ts';

/**
 * V8 lets a heap grow to twice what is alive in it before it looks for garbage, takes up to 48 MiB for what is new, and has
 * four threads to help. With a third, a quarter and one of that, workers take less memory, and no more time.
 */
const THRIFT = ['--heap-growing-percent=30', '--max-semi-space-size=4', '--v8-pool-size=1'];

/**
 * glibc keeps what was freed, up to twice the largest block that ever was, and for each thread by itself: of a worker a sixth of
 * its memory. Set (in bytes), the bound is fixed. Others pass it over.
 */
const GLIBC_THRIFT = { MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '1' };

/** Starts a worker. @param options - Its module, and MiB of heap. */
export function startProcess({
  worker,
  heapMegabytes,
}: {
  readonly worker: URL;
  readonly heapMegabytes: number;
}): ChildProcess {
  return fork(fileURLToPath(worker), {
    execArgv: [...process.execArgv.filter(isInherited), `--max-old-space-size=${heapMegabytes}`, ...THRIFT],
    env: { ...GLIBC_THRIFT, ...process.env },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

const PARENTS_OWN = /^--(inspect|cpu-prof|heap-prof|max-old-space-size|max-semi-space-size|test)/;

/** Debugging and profiling flags are the parent's own, with the values after them; loaders (such as tsx) are needed to start at all. */
function isInherited(flag: string, at: number, flags: readonly string[]): boolean {
  const isValue = !flag.startsWith('-') && at > 0;
  return !PARENTS_OWN.test(isValue ? flags[at - 1]! : flag);
}

/** A worker that is already gone is noticed by its exit, which puts its slice back into the queue. */
export function send(child: ChildProcess, message: ToWorker): void {
  child.send(message, () => {});
}

/** Ends a worker, and waits until it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** @param how - Signal or exit status. @param stderr - The last that it said. */
export function describeDeath(how: string, stderr: string): string {
  return /heap out of memory|Allocation failed/.test(stderr) ? 'out of memory' : how;
}
