import { availableParallelism } from 'node:os';
import type { BuildOptions } from '../build/build-options.ts';
import { readWholeNumber, UsageError } from './command-line.ts';

/** The flags that say what is built, from what, and where to. */
export const BUILD_FLAGS = {
  content: { type: 'string', default: 'content' },
  output: { type: 'string', default: '_site' },
  cache: { type: 'string', default: '.cache' },
  workers: { type: 'string' },
  drafts: { type: 'boolean', default: false },
  future: { type: 'boolean', default: false },
  clean: { type: 'boolean', default: false },
} as const;

export interface BuildFlagValues {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
  readonly workers?: string | undefined;
  readonly drafts: boolean;
  readonly future: boolean;
  readonly clean: boolean;
}

/**
 * What a build is asked for. The instant that "future" is measured from is now, or `SOURCE_DATE_EPOCH` (in seconds, as
 * reproducible-builds.org defines it) where that is set.
 *
 * @throws UsageError for a value that makes no sense.
 */
export function toBuildOptions(values: BuildFlagValues): BuildOptions {
  for (const flag of ['content', 'output', 'cache'] as const) {
    if (values[flag] === '') throw new UsageError(`--${flag} takes a folder.`);
  }
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return {
    content: values.content,
    output: values.output,
    cache: values.cache,
    workers:
      values.workers === undefined
        ? availableParallelism()
        : readWholeNumber('workers', values.workers, { min: 1, max: 256 }),
    drafts: values.drafts,
    future: values.future,
    clean: values.clean,
    now: epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) * 1000 : Date.now(),
  };
}
