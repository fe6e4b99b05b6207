import type { SegmentHead } from '../search/segment-head.ts';
import { writeSegment } from '../search/write-segment.ts';
import { digest } from './digest.ts';
import { SEARCH_FOLDER } from './search-folder.ts';
import type { Store } from './store.ts';
import type { RenderResult } from './worker-tasks.ts';
import { OutputFolder } from './write-output.ts';

/** A segment to be written. */
export interface SegmentItem {
  readonly id: string;
  /** By date, from the oldest. */
  readonly documents: readonly {
    /** Of its search record in the store. */
    readonly key: string;
    readonly url: string;
    readonly date: number;
  }[];
}

export interface SegmentResult {
  readonly head: SegmentHead;
  readonly files: readonly (RenderResult & { readonly path: string })[];
}

/** Writes segments of the search index, file by file, into the output folder. Their records are in the store. */
export function writeSegments(
  items: readonly SegmentItem[],
  outputFolder: string,
  { store, begin }: { readonly store: Store; readonly begin: (item: number) => void },
): SegmentResult[] {
  const output = new OutputFolder(outputFolder);
  return items.map(({ id, documents }, at) => {
    begin(at);
    const segment = writeSegment(
      id,
      documents.map(({ key, url, date }) => ({ url, date, readRecord: () => readRecord(store, key) })),
    );
    const files: (RenderResult & { path: string })[] = [];
    for (let step = segment.next(); ; step = segment.next()) {
      if (step.done === true) return { head: step.value, files };
      const { bytes } = step.value;
      const path = SEARCH_FOLDER + step.value.path;
      const written = output.write(path, bytes) === 'written';
      files.push({ path, digest: digest(bytes), size: bytes.length, written });
    }
  });
}

function readRecord(store: Store, key: string): Uint8Array {
  const terms = store.getTerms(key);
  if (terms === undefined)
    throw new Error(`The store has no search record ${key}; build again with --clean.`);
  return terms.record;
}
