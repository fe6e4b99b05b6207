import { optimizeAsUsual, optimizeLate } from './optimize-late.ts';
import { ProgressMark } from './progress-mark.ts';
import { type FromWorker, LEAST_SLICE, type ToWorker } from './worker-messages.ts';
import { createTasks, type Task, type Tasks } from './worker-tasks.ts';

/** The process at the other end of `WorkerPool`: takes slices, marks each item before it touches it, answers. */

// Eleventy would start a thread that renews modules changed since they were loaded: nothing here changes.
process.env.ELEVENTY_SKIP_ESM_RESOLVER = '1';
optimizeLate();
const tasks = createTasks();
let mark: ProgressMark | undefined;

process.on('message', (message: ToWorker) => void receive(message));
// Without its parent a worker has nobody to work for.
process.on('disconnect', () => process.exit(0));
const parent = process.ppid;

async function receive(message: ToWorker): Promise<void> {
  if (message.type === 'setup') {
    mark = new ProgressMark(message.markFile);
    answer({ type: 'ready' });
    return;
  }
  const { slice, task, shared, items } = message;
  if (items.length > LEAST_SLICE) optimizeAsUsual();
  try {
    const run = tasks[task as keyof Tasks] as Task;
    const results = await run(items, shared, (item) => begin(slice, item));
    answer({ type: 'done', slice, results, peakBytes: process.resourceUsage().maxRSS * 1024 });
  } catch (error) {
    const failure: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
    const { message: text, stack = '', code, syscall, path } = failure;
    answer({
      type: 'failed',
      slice,
      message: text,
      stack,
      ...(code === undefined || syscall === undefined ? {} : { code, syscall }),
      ...(path === undefined ? {} : { path }),
    });
  }
}

/** Leaves the mark; and stops before it would write into what may by now be another build's hands. */
function begin(slice: number, item: number): void {
  if (process.ppid !== parent) process.exit(0);
  mark!.set(slice, item);
}

function answer(message: FromWorker): void {
  process.send!(message);
}
