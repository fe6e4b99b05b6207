import type { ArrangedSite } from './arrange-content.ts';
import { makeSearch } from './make-search.ts';
import {
  carryOut,
  type Done,
  type Hands,
  type LastOutput,
  type OutputWork,
  planWork,
} from './output-work.ts';

export interface UpdateOptions {
  /** Awaited before anything but the search index is written: what it throws ends the build. */
  readonly pause: () => Promise<void>;
  /** Told what will be done, before it is. */
  readonly onPlanned: (work: OutputWork) => void;
}

/** Makes the output folder what the arranged site is to be: plans the difference, and writes it. */
export async function updateOutput(
  site: ArrangedSite,
  last: LastOutput,
  hands: Hands,
  { pause, onPlanned }: UpdateOptions,
): Promise<{ readonly work: OutputWork; readonly done: Done }> {
  const search = makeSearch(site, last, hands);
  try {
    const work = await planWork(site, last, search);
    await pause();
    onPlanned(work);
    return { work, done: await carryOut(work, search.written, site, hands) };
  } finally {
    // Where this ends early, no other build is to begin, nor the store to be closed, while workers are at it.
    await Promise.allSettled([search.written]);
  }
}
