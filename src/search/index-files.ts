import { type Address, decodeAddresses } from './address-chunk.ts';
import { CorruptIndexError } from './bit-reader.ts';
import { KeptReadings } from './kept-readings.ts';
import { MANIFEST_PATH, type Manifest, type ManifestSegment, parseManifest, shardPath } from './manifest.ts';
import { pairCode, type TermCode, TermShard, wordCode } from './term-shard.ts';

/**
 * Where the files of an index come from: a folder, a server.
 *
 * @param path - Relative to the folder of the index, with forward slashes.
 * @returns Rejects when the file can't be had.
 */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** Files that are kept after use, as many of the latest. */
const KEPT_FILES = 200;

/** The files of an index, each read once while it is in use. A file that is not what it should be is named in the error. */
export class IndexFiles {
  readonly #readFile: ReadFile;
  /** By path. */
  readonly #kept = new KeptReadings<unknown>(KEPT_FILES);

  constructor(readFile: ReadFile) {
    this.#readFile = readFile;
  }

  readManifest(): Promise<Manifest> {
    return this.#read(MANIFEST_PATH, (bytes) => parseManifest(new TextDecoder().decode(bytes)));
  }

  readPairs(segment: ManifestSegment, index: number): Promise<TermShard<number>> {
    return this.#readShard(segment, 'p', index, pairCode);
  }

  readWords(segment: ManifestSegment, index: number): Promise<TermShard<string>> {
    return this.#readShard(segment, 'w', index, wordCode);
  }

  readAddresses(segment: ManifestSegment, index: number): Promise<readonly Address[]> {
    return this.#read(shardPath(segment.id, 'a', index), decodeAddresses);
  }

  #readShard<Term>(
    { id, documents }: ManifestSegment,
    kind: 'p' | 'w',
    index: number,
    code: TermCode<Term>,
  ): Promise<TermShard<Term>> {
    return this.#read(shardPath(id, kind, index), (bytes) => new TermShard(bytes, code, documents));
  }

  #read<Content>(path: string, parse: (bytes: Uint8Array) => Content): Promise<Content> {
    const reading = this.#kept.take(path, async () => {
      const bytes = await this.#readFile(path);
      return naming(path, () => parse(bytes));
    });
    // A path has one kind of content.
    return reading as Promise<Content>;
  }
}

/** Says in which file the fault is. */
export function naming<Content>(path: string, parse: () => Content): Content {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error;
    throw new CorruptIndexError(
      `${path} is not what a build writes: ${error.message} Build the site again, or upload all of it.`,
      { cause: error },
    );
  }
}
