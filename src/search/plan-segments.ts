import { createHash } from 'node:crypto';
import { toSeconds } from './address-chunk.ts';
import { compareUnits } from './collect-words.ts';
import { INDEX_FORMAT } from './manifest.ts';
import { partitionDocuments, planWindows, segmentStep } from './partition-documents.ts';
import { identify, type Ledger, readLedger, writeLedger } from './segment-ledger.ts';

/**
 * What there is to search. The rules by which documents become segments:
 *
 * - A segment is immutable, and named by the digest of what is in it: equal names, equal bytes.
 * - Documents are ordered by date, then by key, and parted by `partitionDocuments`. So the segments are a function of the
 *   set of documents; how it came about does not show.
 * - But for one exception: a segment of at least `SETTLED_DOCUMENTS` that the build before wrote is kept when a few of its
 *   documents have gone or changed, or a few new ones belong between them. The ones that are gone are crossed out, the
 *   others are a segment of their own, the patch. Past one in 64, or when the segment would have grown anyway, all is
 *   parted anew. Queries are answered alike either way, in the same order.
 */
export interface IndexEntry {
  /** Names the document for ever, unlike any other. */
  readonly key: string;
  /** Digest of its record. */
  readonly digest: string;
  /** Site-relative. */
  readonly url: string;
  /** UTC instant, ms. */
  readonly date: number;
}

export interface PlannedSegment<Entry extends IndexEntry> {
  readonly id: string;
  /** By date, from the oldest; of a kept segment only those that are still there. */
  readonly entries: readonly Entry[];
  /** Ordinals of documents that are crossed out, ascending. Only a kept segment has any. */
  readonly dead: readonly number[];
  /** Of a patch: for each entry, how many documents of the kept segment (the next in the plan) are older. */
  readonly before?: readonly number[];
}

export interface SegmentPlan<Entry extends IndexEntry> {
  /** Newest first; a patch before the segment that it belongs to. */
  readonly segments: readonly PlannedSegment<Entry>[];
  /** As `planWindows` gives them. */
  readonly windows: readonly number[];
  /** What the next plan has to know of this one, opaque; empty for a small site. */
  readonly ledger: Uint8Array;
}

/** A smaller segment is written anew sooner than crossed out in: it takes less than two seconds. */
export const SETTLED_DOCUMENTS = 16_384;

/** Of a kept segment, how many documents one may be crossed out or patched. */
const PATCH_SHARE = 64;

/**
 * Decides what segments the index has.
 *
 * @param ledger - Of the plan before; absent or empty: everything is parted anew.
 */
export function planSegments<Entry extends IndexEntry>(
  entries: readonly Entry[],
  ledger?: Uint8Array,
): SegmentPlan<Entry> {
  const ordered = entries.toSorted(
    (a, b) => toSeconds(a.date) - toSeconds(b.date) || compareUnits(a.key, b.key),
  );
  const settled = ledger === undefined ? undefined : readLedger(ledger);
  const patched = settled === undefined ? undefined : keepSettled(ordered, settled);
  const segments = patched ?? partSegments(ordered);
  const oldest = segments[0];
  return {
    segments: segments.toReversed(),
    windows: planWindows(ordered.length),
    ledger: patched === undefined ? noteSegment(oldest) : ledger!,
  };
}

/** Oldest first. */
function partSegments<Entry extends IndexEntry>(ordered: readonly Entry[]): PlannedSegment<Entry>[] {
  let start = 0;
  return partitionDocuments(ordered.length).map((size) => {
    const entries = ordered.slice(start, start + size);
    start += size;
    return { id: nameSegment(entries), entries, dead: [] };
  });
}

/** Keeps the great old segment of the plan before, if few of its documents have changed. Oldest first. */
function keepSettled<Entry extends IndexEntry>(
  ordered: readonly Entry[],
  settled: Ledger,
): PlannedSegment<Entry>[] | undefined {
  const places = new Map(ordered.map((entry, at) => [identify(entry), at]));
  /** For each entry, one more than its ordinal in the kept segment, or 0. */
  const ordinals = new Uint32Array(ordered.length);
  const dead: number[] = [];
  let end = 0;
  for (const [ordinal, identity] of settled.identities.entries()) {
    const at = places.get(identity);
    if (at === undefined) {
      dead.push(ordinal);
    } else {
      ordinals[at] = ordinal + 1;
      end = Math.max(end, at + 1);
    }
  }
  const old = ordered.slice(0, end);
  const alive = old.filter((_, at) => ordinals[at]! > 0);
  const patched = old.length - alive.length;
  const isUntouched = dead.length === 0 && patched === 0 && partitionDocuments(ordered.length)[0] === end;
  const isOutgrown = ordered.length - end >= segmentStep(ordered.length);
  const isWorn = (dead.length + patched) * PATCH_SHARE > settled.identities.length;
  if (isUntouched || isOutgrown || isWorn) return undefined;
  const kept = { id: settled.id, entries: alive, dead };
  const patch = patched === 0 ? [] : [cutPatch(old, ordinals)];
  return [kept, ...patch, ...partSegments(ordered.slice(end))];
}

/** The entries that are not in the kept segment, with their places in it. */
function cutPatch<Entry extends IndexEntry>(
  old: readonly Entry[],
  ordinals: Uint32Array,
): PlannedSegment<Entry> {
  const entries: Entry[] = [];
  const before: number[] = [];
  let older = 0;
  for (const [at, entry] of old.entries()) {
    if (ordinals[at]! > 0) {
      older = ordinals[at]!;
    } else {
      entries.push(entry);
      before.push(older);
    }
  }
  return { id: nameSegment(entries), entries, dead: [], before };
}

function noteSegment(oldest: PlannedSegment<IndexEntry> | undefined): Uint8Array {
  if (oldest === undefined || oldest.entries.length < SETTLED_DOCUMENTS) return new Uint8Array();
  return writeLedger({ id: oldest.id, identities: Float64Array.from(oldest.entries, identify) });
}

/** 80 bits: far beyond accident. Lower case, since some file systems don't tell cases apart. */
function nameSegment(entries: readonly IndexEntry[]): string {
  const hash = createHash('sha256');
  hash.update(`broadsheet search ${INDEX_FORMAT}\n`);
  for (const { key, digest, url, date } of entries) {
    hash.update(`${JSON.stringify([key, digest, url, toSeconds(date)])}\n`);
  }
  return hash.digest('hex').slice(0, 20);
}
