import { type FacetNames, NAMES_PATH, writeFacetNames } from './facet-names.ts';
import { listSegmentFiles, MANIFEST_PATH, writeManifest } from './manifest.ts';
import { makeManifest, type PreviousIndex, planIndex } from './plan-index.ts';
import type { IndexEntry } from './plan-segments.ts';
import type { SearchFile } from './search-file.ts';
import type { SegmentHead } from './segment-head.ts';
import { writeSegment } from './write-segment.ts';

export interface IndexOptions<Entry extends IndexEntry> {
  /** IANA name: dates of queries are of this zone. */
  readonly timeZone: string;
  /** What a search can be narrowed by. */
  readonly names: FacetNames;
  /** The bytes that `ArticleIndexer` made. Called a few times for an article, and only for those whose segments are written. */
  readonly readRecord: (entry: Entry) => Uint8Array;
  /** What the build before left, every file as it was written; absent: all is written, in its canonical form. */
  readonly previous?: PreviousIndex | undefined;
}

export interface IndexBuild {
  /** Every file that the index consists of, the manifest included: all others in its folder can go. */
  readonly files: readonly string[];
  /** To be kept for the next build. Empty for a small site. */
  readonly ledger: Uint8Array;
}

/**
 * Brings the index up to date with the articles, all in one process: gives the files that have to be written, one after the
 * other, the manifest last. Files of segments that stay are not given.
 */
export function* buildIndex<Entry extends IndexEntry>(
  entries: readonly Entry[],
  { timeZone, names, readRecord, previous }: IndexOptions<Entry>,
): Generator<SearchFile, IndexBuild> {
  const plan = planIndex(entries, previous);
  const heads = new Map<string, SegmentHead>();
  for (const segment of plan.segments) {
    if (plan.kept.has(segment.id)) continue;
    const documents = segment.entries.map((entry) => ({
      url: entry.url,
      date: entry.date,
      readRecord: () => readRecord(entry),
    }));
    heads.set(segment.id, yield* writeSegment(segment.id, documents));
  }
  const manifest = makeManifest(plan, timeZone, ({ id }) => heads.get(id)!);
  yield textFile(NAMES_PATH, writeFacetNames(names));
  yield textFile(MANIFEST_PATH, writeManifest(manifest));
  return {
    files: [...manifest.segments.flatMap(listSegmentFiles), NAMES_PATH, MANIFEST_PATH],
    ledger: plan.ledger,
  };
}

function textFile(path: string, text: string): SearchFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
