/**
 * Indexes a corpus in a process of its own, so that its memory can be measured, and prints what that took as JSON. Then adds
 * articles one by one, as pushes do.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildIndex, type IndexBuild } from '../../src/search/build-index.ts';
import { pickFacetNames } from '../../src/search/facet-names.ts';
import { ArticleIndexer } from '../../src/search/index-article.ts';
import { MANIFEST_PATH } from '../../src/search/manifest.ts';
import type { PreviousIndex } from '../../src/search/plan-index.ts';
import type { IndexEntry } from '../../src/search/plan-segments.ts';
import type { SearchFile } from '../../src/search/search-file.ts';
import { addText, NOTHING } from '../../src/site/identity.ts';
import { median } from '../measure/median.ts';
import { RecordFile } from './record-file.ts';
import { SearchCorpus } from './search-corpus.ts';

export interface IndexCosts {
  /** Ms of processor time for an article: its record, then its part of the segments. */
  readonly recordMs: number;
  readonly segmentMs: number;
  readonly files: number;
  /** Of all files. */
  readonly bytes: number;
  /** Of all files as a host with gzip sends them, the smaller of the two. */
  readonly packedBytes: number;
  /** Largest resident set when the index was made. */
  readonly peakBytes: number;
  /** Ms of processor time that an article more costs a build: all is planned anew, and what changed is written. */
  readonly added: { readonly median: number; readonly worst: number };
  /** Bytes that were written while articles were added, of those that the index has. */
  readonly rewritten: number;
}

const [scratch = '', articles = '', seed = '', added = '64'] = process.argv.slice(2);
const corpus = SearchCorpus.open(scratch, Number(articles), Number(seed));
const folder = path.join(scratch, `search-${articles}-${seed}.index`);
process.stdout.write(`${JSON.stringify(measure())}\n`);

function measure(): IndexCosts {
  rmSync(folder, { recursive: true, force: true });
  const first = corpus.size - Number(added);
  const records = new RecordFile(path.join(scratch, `search-${articles}-${seed}.records`));
  const indexer = new ArticleIndexer();
  const recordMs = spend(() => {
    for (let at = 0; at < corpus.size; at += 1) records.add(indexer.index(corpus.documentOf(at)));
  });
  const readingMs = spend(() => {
    for (let at = 0; at < corpus.size; at += 1) corpus.documentOf(at);
  });
  let built = { build: { files: [], ledger: new Uint8Array() } as IndexBuild, manifest: '', bytes: 0 };
  const segmentMs = spend(() => {
    built = build(first, records);
  });
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const additions: number[] = [];
  let writtenBytes = 0;
  for (let count = first + 1; count <= corpus.size; count += 1) {
    additions.push(
      spend(() => {
        indexer.index(corpus.documentOf(count - 1));
        built = build(count, records, { manifest: built.manifest, ledger: built.build.ledger });
      }),
    );
    writtenBytes += built.bytes;
  }
  const sizes = built.build.files.map((file) => measureFile(path.join(folder, file)));
  const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
  const addedBytes = (bytes * Number(added)) / corpus.size;
  return {
    recordMs: (recordMs - readingMs) / corpus.size,
    segmentMs: segmentMs / first,
    files: sizes.length,
    bytes,
    packedBytes: sizes.reduce((sum, { packed }) => sum + packed, 0),
    peakBytes,
    added: { median: median(additions), worst: Math.max(...additions) },
    rewritten: addedBytes === 0 ? 0 : writtenBytes / Number(added) / bytes,
  };
}

interface Entry extends IndexEntry {
  readonly at: number;
}

/** The index of the oldest articles, as many. */
function build(count: number, records: RecordFile, previous?: PreviousIndex) {
  const entries = Array.from({ length: count }, (_, at): Entry => {
    const key = corpus.keyOf(at);
    return { key, identity: addText(NOTHING, key), url: corpus.urlOf(at), date: corpus.dateOf(at), at };
  });
  const steps = buildIndex(entries, {
    timeZone: 'Asia/Shanghai',
    names: pickFacetNames(new Map(), new Map()),
    readRecord: ({ at }) => records.read(at),
    previous,
  });
  let manifest = '';
  let bytes = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return { build: step.value, manifest, bytes };
    write(step.value);
    bytes += step.value.bytes.length;
    if (step.value.path === MANIFEST_PATH) manifest = new TextDecoder().decode(step.value.bytes);
  }
}

function write({ path: place, bytes }: SearchFile): void {
  const file = path.join(folder, place);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

function measureFile(file: string): { bytes: number; packed: number } {
  const bytes = readFileSync(file);
  return { bytes: bytes.length, packed: Math.min(bytes.length, gzipSync(bytes).length) };
}

/** Ms of processor time, the garbage collector's included. */
function spend(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
