import { toSeconds } from './address-chunk.ts';
import { CorruptIndexError } from './bit-reader.ts';
import { listFacetNames, NAMES_PATH } from './facet-names.ts';
import {
  listSegmentFiles,
  MANIFEST_PATH,
  type ManifestSegment,
  parseManifest,
  writeManifest,
} from './manifest.ts';
import { type IndexEntry, type PlannedSegment, planSegments } from './plan-segments.ts';
import type { SearchFile } from './search-file.ts';
import type { SegmentHead } from './segment-head.ts';
import { readLedger } from './segment-ledger.ts';
import { writeSegment } from './write-segment.ts';

/** What the index takes of an article. */
export interface IndexableArticle extends IndexEntry {
  /** As its record was made with: what a search can be narrowed by is listed. */
  readonly categories: readonly (readonly string[])[];
  readonly sources: readonly string[];
  /** Length of its record, in bytes. */
  readonly recordBytes: number;
}

export interface IndexOptions {
  /** IANA name: dates of queries are of this zone. */
  readonly timeZone: string;
  /** The bytes that `indexArticle` made. Called a few times for an article, and only for those whose segments are written. */
  readonly readRecord: (article: IndexableArticle) => Uint8Array;
  /** What the build before left; absent: all is written, in its canonical form. */
  readonly previous?: PreviousIndex | undefined;
}

export interface PreviousIndex {
  /** Text of its manifest. Every file that it speaks of must be there, as it was written. */
  readonly manifest: string;
  /** As that build gave it. */
  readonly ledger: Uint8Array;
}

export interface IndexBuild {
  /** Every file that the index consists of, the manifest included: all others in its folder can go. */
  readonly files: readonly string[];
  /** To be kept for the next build. Empty for a small site. */
  readonly ledger: Uint8Array;
}

/**
 * Brings the index up to date with the articles: gives the files that have to be written, one after the other, the manifest
 * last. Files of segments that stay are not given.
 */
export function* buildIndex(
  articles: readonly IndexableArticle[],
  options: IndexOptions,
): Generator<SearchFile, IndexBuild> {
  const heads = readHeads(options.previous);
  const settled = options.previous?.ledger;
  const isThere = settled !== undefined && heads.has(readLedger(settled)?.id ?? '');
  const { segments, windows, ledger } = planSegments(articles, isThere ? settled : undefined);
  const listed: ManifestSegment[] = [];
  for (const segment of segments) {
    const known = heads.get(segment.id);
    const head = known?.head ?? (yield* write(segment, options));
    listed.push(describeSegment(segment, head, known));
  }
  const manifest = { documents: articles.length, timeZone: options.timeZone, windows, segments: listed };
  yield textFile(NAMES_PATH, `${JSON.stringify(listFacetNames(articles))}\n`);
  yield textFile(MANIFEST_PATH, writeManifest(manifest));
  return { files: [...listed.flatMap(listSegmentFiles), NAMES_PATH, MANIFEST_PATH], ledger };
}

function textFile(path: string, text: string): SearchFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** Segments that are there, by name. A manifest that can't be read is as good as none: all is written anew. */
function readHeads(previous: PreviousIndex | undefined): ReadonlyMap<string, ManifestSegment> {
  if (previous === undefined) return new Map();
  try {
    return new Map(parseManifest(previous.manifest).segments.map((segment) => [segment.id, segment]));
  } catch (error) {
    if (error instanceof CorruptIndexError) return new Map();
    throw error;
  }
}

function write(
  { id, entries }: PlannedSegment<IndexableArticle>,
  { readRecord }: IndexOptions,
): Generator<SearchFile, SegmentHead> {
  const documents = entries.map((entry) => ({
    url: entry.url,
    date: entry.date,
    recordBytes: entry.recordBytes,
    readRecord: () => readRecord(entry),
  }));
  return writeSegment(id, documents);
}

/** @param known - The segment as the build before listed it; absent: it has just been written. */
function describeSegment(
  { id, entries, dead, before }: PlannedSegment<IndexEntry>,
  head: SegmentHead,
  known: ManifestSegment | undefined,
): ManifestSegment {
  return {
    id,
    documents: entries.length + dead.length,
    newest: known?.newest ?? toSeconds(entries.at(-1)!.date),
    head,
    dead,
    ...(before !== undefined && { before }),
  };
}
