import { CorruptIndexError } from './bit-reader.ts';
import { decodeHead, encodeHead, type SegmentHead } from './segment-head.ts';

/** Counts up with every change of what files mean. A reader takes no other. */
export const INDEX_FORMAT = 1;

/** The one file of an index whose name never changes, and that says what the others are. */
export const MANIFEST_PATH = 'manifest.json';

/** The folder of all segments, relative to that of the index. */
export const SEGMENTS = 'segments';

export interface Manifest {
  /** Documents that can be found. */
  readonly documents: number;
  /** IANA name: dates of queries are of this zone. */
  readonly timeZone: string;
  /** As `planWindows` gives them. */
  readonly windows: readonly number[];
  /** Newest first; a patch before the segment that it belongs to. */
  readonly segments: readonly ManifestSegment[];
}

export interface ManifestSegment {
  /** Names its folder: see `segmentFolder`. */
  readonly id: string;
  /** Documents in it, with those that are crossed out. */
  readonly documents: number;
  /** Date of the newest document, as `toSeconds` counts. */
  readonly newest: number;
  readonly head: SegmentHead;
  /** Ordinals that are crossed out, ascending. */
  readonly dead: readonly number[];
  /** Only of a patch: for each document, how many documents of the next segment are older. */
  readonly before?: readonly number[];
}

export function writeManifest({ documents, timeZone, windows, segments }: Manifest): string {
  const listed = segments.map(({ id, documents, newest, head, dead, before }) => ({
    id,
    documents,
    newest,
    head: toBase64(encodeHead(head)),
    ...(dead.length > 0 && { dead }),
    ...(before !== undefined && { before }),
  }));
  return `${JSON.stringify({ format: INDEX_FORMAT, documents, timeZone, windows, segments: listed })}\n`;
}

/** @throws CorruptIndexError when the text is no manifest of this format. */
export function parseManifest(text: string): Manifest {
  const data = asRecord(parseJson(text));
  if (data.format !== INDEX_FORMAT) throw new CorruptIndexError('The manifest is of another format.');
  return {
    documents: asCount(data.documents),
    timeZone: asText(data.timeZone),
    windows: asAscending(data.windows),
    segments: asList(data.segments).map(parseSegment),
  };
}

/** All files of a segment, relative to the folder of the index. */
export function listSegmentFiles({ id, head }: Pick<ManifestSegment, 'id' | 'head'>): string[] {
  return [
    ...head.pairStarts.map((_, at) => shardPath(id, 'p', at)),
    ...head.wordStarts.map((_, at) => shardPath(id, 'w', at)),
    ...head.chunkStarts.map((_, at) => shardPath(id, 'a', at)),
  ];
}

/** @param kind - Pairs, words or addresses. */
export function shardPath(segmentId: string, kind: 'p' | 'w' | 'a', index: number): string {
  return `${segmentFolder(segmentId)}/${kind}${index}.bin`;
}

/** Where the files of a segment are, relative to the folder of the index: what lies there never changes. */
export function segmentFolder(segmentId: string): string {
  return `${SEGMENTS}/${segmentId}`;
}

function parseSegment(value: unknown): ManifestSegment {
  const data = asRecord(value);
  const id = asText(data.id);
  if (!/^[0-9a-f]+$/.test(id)) throw new CorruptIndexError('A segment has no name.');
  const documents = asCount(data.documents);
  const dead = data.dead === undefined ? [] : asAscending(data.dead);
  const before = data.before === undefined ? undefined : asList(data.before).map(asCount);
  if (dead.some((ordinal) => ordinal >= documents) || (before !== undefined && before.length !== documents)) {
    throw new CorruptIndexError('A segment is crossed out where it has no documents.');
  }
  const newest = asCount(data.newest);
  const head = decodeHead(fromBase64(asText(data.head)));
  return { id, documents, newest, head, dead, ...(before !== undefined && { before }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CorruptIndexError('The manifest is cut short, or is none.', { cause });
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new CorruptIndexError('The manifest holds something else than expected.');
}

function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new CorruptIndexError('The manifest lacks a list.');
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new CorruptIndexError('The manifest lacks a text.');
}

function asCount(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new CorruptIndexError('The manifest lacks a number.');
}

function asAscending(value: unknown): number[] {
  const numbers = asList(value).map(asCount);
  if (numbers.every((number, at) => at === 0 || number > numbers[at - 1]!)) return numbers;
  throw new CorruptIndexError('The manifest has a list out of order.');
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch (cause) {
    throw new CorruptIndexError('A head is not base 64.', { cause });
  }
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
