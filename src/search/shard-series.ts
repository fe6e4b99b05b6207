import type { SearchFile } from './search-file.ts';
import { mergeRuns, type TermRun } from './term-run.ts';
import { type TermCode, TermShardWriter } from './term-shard.ts';

/** All terms of one kind of a segment, in files of about one size. */
export interface ShardSeries<Term> {
  /** What the files are called, before their number. */
  readonly path: string;
  readonly code: TermCode<Term>;
  /** The term that parts two shards: above the last of the one, not above the first of the other. */
  readonly part: (last: Term, first: Term) => Term;
  /** Documents of the segment. */
  readonly universe: number;
  /** Postings after which a file ends. */
  readonly shardBytes: number;
}

/** Writes the terms that are merged from runs. @returns For each shard but the first, the least term that may be in it. */
export function* writeShards<Term>(
  { path, code, part, universe, shardBytes }: ShardSeries<Term>,
  runs: Iterable<readonly TermRun<Term>[]>,
): Generator<SearchFile, Term[]> {
  const writer = new TermShardWriter(code, universe);
  const starts: Term[] = [];
  let shards = 0;
  const finishShard = (): SearchFile => {
    const file = { path: `${path}${shards}.bin`, bytes: writer.take() };
    shards += 1;
    return file;
  };
  for (const group of runs) {
    for (const { term, postings } of mergeRuns(group)) {
      const last = writer.terms.at(-1);
      if (last !== undefined && writer.byteLength >= shardBytes) {
        yield finishShard();
        starts.push(part(last, term));
      }
      writer.add(term, postings);
    }
  }
  // A reader looks for the first shard whether it holds anything or not.
  if (writer.terms.length > 0 || shards === 0) yield finishShard();
  return starts;
}
