import { CHUNK_DOCUMENTS } from './address-chunk.ts';
import { IndexFiles, type ReadFile } from './index-files.ts';
import type { Manifest, ManifestSegment } from './manifest.ts';
import type { Postings } from './postings.ts';
import { rankSegments } from './segment-ranks.ts';

/** What an index holds of a document, however documents are parted into segments. */
export interface IndexedDocument {
  readonly url: string;
  /** As `toSeconds` counts. */
  readonly seconds: number;
  /** Of all its terms with their fields, in no order: 53 bits. */
  readonly terms: number;
}

/** What an index holds as a whole: two of which this is the same answer every query alike, in the same order. */
export interface IndexDescription {
  readonly timeZone: string;
  readonly windows: readonly number[];
  /** By rank, the newest first. */
  readonly documents: readonly IndexedDocument[];
}

/**
 * Reads all of an index, shard by shard.
 *
 * @throws CorruptIndexError when a file is not what a build writes; what `readFile` rejects with.
 */
export async function describeIndex(readFile: ReadFile): Promise<IndexDescription> {
  const files = new IndexFiles(readFile);
  const manifest: Manifest = await files.readManifest();
  const documents = new Array<IndexedDocument>(manifest.documents);
  for (const { segment, rankOf } of rankSegments(manifest)) {
    const terms = await sumTerms(files, segment);
    const dead = new Set(segment.dead);
    for (let ordinal = 0; ordinal < segment.documents; ordinal += 1) {
      if (dead.has(ordinal)) continue;
      const chunk = await files.readAddresses(segment, Math.floor(ordinal / CHUNK_DOCUMENTS));
      const { url, seconds } = chunk[ordinal % CHUNK_DOCUMENTS]!;
      documents[rankOf(ordinal)] = { url, seconds, terms: terms[ordinal]! };
    }
  }
  return { timeZone: manifest.timeZone, windows: manifest.windows, documents };
}

/** Adds up, for each document of a segment, a number for every term that it has. */
async function sumTerms(files: IndexFiles, segment: ManifestSegment): Promise<Float64Array> {
  const sums = new Float64Array(segment.documents);
  const { pairStarts, wordStarts } = segment.head;
  for (let at = 0; at < pairStarts.length; at += 1) {
    const shard = await files.readPairs(segment, at);
    addTerms(sums, shard.terms, shard.read(0, shard.terms.length));
  }
  for (let at = 0; at < wordStarts.length; at += 1) {
    const shard = await files.readWords(segment, at);
    addTerms(sums, shard.terms, shard.read(0, shard.terms.length));
  }
  return sums;
}

/** What follows pairs is left out: how finely followers are told apart depends on the segment, and decides nothing. */
function addTerms(
  sums: Float64Array,
  terms: readonly (number | string)[],
  postings: readonly Postings[],
): void {
  for (const [at, term] of terms.entries()) {
    const { count, documents, fields } = postings[at]!;
    const text = String(term);
    for (let place = 0; place < count; place += 1) {
      const ordinal = documents[place]!;
      sums[ordinal] = (sums[ordinal]! + hashTerm(text, fields[place]!)) % Number.MAX_SAFE_INTEGER;
    }
  }
}

/** 52 bits. */
function hashTerm(term: string, field: number): number {
  let high = 0x811c9dc5 ^ field;
  let low = 0x9e3779b9 ^ field;
  for (let at = 0; at < term.length; at += 1) {
    const unit = term.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b) ^ (low >>> 13);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}
