import type { SegmentHead } from '../search/segment-head.ts';
import { writeSegment } from '../search/write-segment.ts';
import { digest } from './digest.ts';
import { SEARCH_FOLDER } from './search-folder.ts';
import { type Spool, SpooledRecords } from './spooled-records.ts';
import type { RenderResult } from './worker-tasks.ts';
import { OutputFolder } from './write-output.ts';

/** A segment to be written. */
export interface SegmentItem {
  readonly id: string;
  /** By date, from the oldest. */
  readonly documents: readonly { readonly url: string; readonly date: number }[];
  /** Their search records. */
  readonly records: Spool;
}

export interface SegmentResult {
  readonly head: SegmentHead;
  readonly files: readonly (RenderResult & { readonly path: string })[];
}

/** Writes segments of the search index, file by file, into the output folder. */
export function writeSegments(
  items: readonly SegmentItem[],
  outputFolder: string,
  begin: (item: number) => void,
): SegmentResult[] {
  const output = new OutputFolder(outputFolder);
  return items.map((item, at) => {
    begin(at);
    const records = new SpooledRecords(item.records);
    try {
      return write(item, records, output);
    } finally {
      records.close();
    }
  });
}

function write({ id, documents }: SegmentItem, records: SpooledRecords, output: OutputFolder): SegmentResult {
  const segment = writeSegment(
    id,
    documents.map(({ url, date }, at) => ({ url, date, readRecord: () => records.read(at) })),
  );
  const files: (RenderResult & { path: string })[] = [];
  for (let step = segment.next(); ; step = segment.next()) {
    if (step.done === true) return { head: step.value, files };
    const { bytes } = step.value;
    const path = SEARCH_FOLDER + step.value.path;
    const written = output.write(path, bytes) === 'written';
    files.push({ path, digest: digest(bytes), size: bytes.length, written });
  }
}
