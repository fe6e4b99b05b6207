import type { SiteConfig } from '../content/site-config.ts';
import { WorkerPool } from './worker-pool.ts';
import type { TaskContext } from './worker-tasks.ts';

/** The pool of a build: its workers, bounded as the site's limits say. No process is started yet. */
export function startPool(context: TaskContext, { limits }: SiteConfig, size: number): WorkerPool {
  return new WorkerPool({
    worker: new URL('./worker.ts', import.meta.url),
    size,
    itemMs: limits.articleMs,
    heapMegabytes: limits.workerMegabytes,
    context,
  });
}
