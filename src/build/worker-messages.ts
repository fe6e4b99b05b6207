/** A slice of no more than so many items may be all there is; of hundreds, larger ones are cut. */
export const LEAST_SLICE = 16;

/** What the pool sends a worker: first where to leave its mark, then slices of work. */
export type ToWorker =
  | { readonly type: 'setup'; readonly markFile: string }
  | {
      readonly type: 'slice';
      readonly slice: number;
      readonly task: string;
      readonly shared: unknown;
      readonly items: readonly unknown[];
    };

/** What a worker answers. */
export type FromWorker =
  | { readonly type: 'ready' }
  | {
      readonly type: 'done';
      readonly slice: number;
      readonly results: readonly unknown[];
      /** Largest resident set of the worker so far, in bytes. */
      readonly peakBytes: number;
    }
  | ({ readonly type: 'failed'; readonly slice: number; readonly stack: string } & WorkerFailure);

/** What an error was, as far as it matters to whoever catches it: a system's refusal keeps its code. */
export type WorkerFailure = Pick<NodeJS.ErrnoException, 'message' | 'code' | 'syscall' | 'path'>;
