import type { ArrangedSite } from './arrange-content.ts';
import { inBackground } from './in-background.ts';
import type { Hands, LastOutput } from './output-work.ts';
import { listPending, notePending } from './pending-files.ts';
import { indexNewSegments, planSearch, type SearchWork, writeNewSegments } from './search-work.ts';
import type { SegmentResult } from './write-segments.ts';

/** The search index of a build, which is made while the rest is planned. */
export interface SearchMaking {
  readonly work: SearchWork;
  /** What was written of it, by the segments' names. */
  readonly written: Promise<ReadonlyMap<string, SegmentResult>>;
  /** Files that a build that was killed may have left half done. */
  readonly pending: readonly string[];
}

/**
 * Has workers make what is new of the search index: first of all that is done with an arranged site, since it takes a worker
 * longest, and nothing of the pages has to be known for it.
 *
 * @param last - Records of files that are not what they say are taken out.
 */
export function makeSearch(site: ArrangedSite, last: LastOutput, hands: Hands): SearchMaking {
  const { store, output, records, trusted } = last;
  const noted = trusted ? (store.getState()?.pending ?? []) : [];
  const pending = listPending(noted, output);
  for (const file of pending) records.delete(file);
  const work = planSearch(site, last);
  const write = async () => {
    if (work.folders.length === 0) return new Map<string, SegmentResult>();
    // What the last build left half done is still to be looked at when this one is killed too.
    await notePending([...noted, ...work.folders], store);
    await indexNewSegments(work, site, hands);
    return writeNewSegments(work, site, hands);
  };
  return { work, written: inBackground(write()), pending };
}
