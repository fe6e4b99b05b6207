import { type Address, CHUNK_DOCUMENTS, encodeAddresses, toSeconds } from './address-chunk.ts';
import { decodeArticleTerms } from './article-record.ts';
import type { ArticleTerms } from './article-terms.ts';
import { buildRuns } from './build-runs.ts';
import { segmentFolder } from './manifest.ts';
import type { SearchFile } from './search-file.ts';
import { partKeys, partWords, type SegmentHead } from './segment-head.ts';
import { writeShards } from './shard-series.ts';
import { splitKeys } from './split-keys.ts';
import type { TermRun } from './term-run.ts';
import { pairCode, wordCode } from './term-shard.ts';
import { TermsRoom } from './terms-room.ts';

/** A document as a segment holds it. */
export interface SegmentDocument {
  /** Site-relative. */
  readonly url: string;
  /** UTC instant, ms. */
  readonly date: number;
  /** What `ArticleIndexer` made of it. Called a few times: whoever answers need not keep it. */
  readonly readRecord: () => Uint8Array;
}

/**
 * How large the shards of a segment are, in bytes. A query takes whole shards, so small ones are cheap to take, but there
 * are the more of them. Of all ways to cut the segments into so many files, shards that grow with the square root of
 * their segment cost a query least.
 */
const SHARD_BYTES = Object.freeze({ least: 6144, most: 65_536, ofRoot: 2.3 });

/** What terms take in a segment, of what they take in the records. */
const RECORD_SHARE = 0.55;

/** Documents whose pairs are held in memory at a time, packed: about 2 KB each. */
const PASS_DOCUMENTS = 20_000;

const SAMPLE_DOCUMENTS = 256;

/**
 * Writes an immutable segment, file by file. The same documents give the same bytes.
 *
 * @param id - Its name.
 * @param documents - At least one, by date from the oldest.
 * @param passDocuments - Documents of a pass, at most. What is written does not depend on it.
 * @returns What a reader must know to begin with.
 */
export function* writeSegment(
  id: string,
  documents: readonly SegmentDocument[],
  passDocuments: number = PASS_DOCUMENTS,
): Generator<SearchFile, SegmentHead> {
  const folder = segmentFolder(id);
  const universe = documents.length;
  const sample = takeSample(documents).map(({ readRecord }) => readRecord());
  const shared = { universe, shardBytes: chooseShardBytes(sample, universe) };
  let words: readonly TermRun<string>[] = [];
  const passes = Math.ceil(universe / passDocuments);
  const ranges = splitKeys(decodeAll(sample), passes);
  const pairStarts = yield* writeShards(
    { path: `${folder}/p`, code: pairCode, part: partKeys, ...shared },
    (function* () {
      for (const [pass, range] of ranges.entries()) {
        const runs = buildRuns(decodeAll(readRecords(documents)), range, pass === 0);
        if (pass === 0) words = runs.words;
        yield runs.pairs;
      }
    })(),
  );
  const wordSeries = { path: `${folder}/w`, code: wordCode, part: partWords, ...shared };
  const wordStarts = yield* writeShards(wordSeries, [words]);
  const chunkStarts = yield* writeAddresses(`${folder}/a`, documents);
  return { pairStarts: [0, ...pairStarts], wordStarts: ['', ...wordStarts], chunkStarts };
}

/** @param sample - Records of some of the segment's documents. */
function chooseShardBytes(sample: readonly Uint8Array[], universe: number): number {
  const sampled = sample.reduce((sum, record) => sum + record.length, 0);
  const bytes = (sampled / sample.length) * universe * RECORD_SHARE;
  return Math.min(
    SHARD_BYTES.most,
    Math.max(SHARD_BYTES.least, Math.round(SHARD_BYTES.ofRoot * Math.sqrt(bytes))),
  );
}

function* readRecords(documents: Iterable<SegmentDocument>): Generator<Uint8Array> {
  for (const { readRecord } of documents) yield readRecord();
}

/** Of each only as long as it is looked at. */
function* decodeAll(records: Iterable<Uint8Array>): Generator<ArticleTerms> {
  const room = new TermsRoom();
  for (const record of records) yield decodeArticleTerms(record, room);
}

function takeSample(documents: readonly SegmentDocument[]): SegmentDocument[] {
  const step = Math.max(1, Math.floor(documents.length / SAMPLE_DOCUMENTS));
  return documents.filter((_, at) => at % step === 0);
}

function* writeAddresses(
  path: string,
  documents: readonly SegmentDocument[],
): Generator<SearchFile, number[]> {
  const starts: number[] = [];
  for (let at = 0; at < documents.length; at += CHUNK_DOCUMENTS) {
    const chunk: Address[] = documents
      .slice(at, at + CHUNK_DOCUMENTS)
      .map(({ url, date }) => ({ url, seconds: toSeconds(date) }));
    yield { path: `${path}${starts.length}.bin`, bytes: encodeAddresses(chunk) };
    starts.push(chunk[0]!.seconds);
  }
  return starts;
}
