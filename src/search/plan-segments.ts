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
  /** Stands for the key and all that its record is made of: see `identity.ts`. */
  readonly identity: number;
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
  const ordered = orderEntries(entries);
  const settled = ledger === undefined ? undefined : readLedger(ledger);
  const patched = settled === undefined ? undefined : keepSettled(ordered, settled);
  const segments = patched ?? partSegments(ordered, 0);
  return {
    segments: segments.toReversed(),
    windows: planWindows(ordered.entries.length),
    ledger: patched === undefined ? noteSegment(ordered, segments[0]) : ledger!,
  };
}

/** Documents by date, then by key, side by side with what stands for them. */
interface OrderedEntries<Entry extends IndexEntry> {
  readonly entries: readonly Entry[];
  /** As `identify` gives them. */
  readonly identities: Float64Array;
}

function orderEntries<Entry extends IndexEntry>(listed: readonly Entry[]): OrderedEntries<Entry> {
  const seconds = new Float64Array(listed.length);
  for (let at = 0; at < listed.length; at += 1) seconds[at] = toSeconds(listed[at]!.date);
  const entries: Entry[] = [];
  for (const at of listOldestFirst(listed, seconds)) entries.push(listed[at]!);
  const identities = new Float64Array(entries.length);
  for (let at = 0; at < entries.length; at += 1) identities[at] = identify(entries[at]!);
  return { entries, identities };
}

/** Indices by date, then by key. Sites list the newest first: turned round, only those of one second may not be in order. */
function listOldestFirst(listed: readonly IndexEntry[], seconds: Float64Array): Uint32Array {
  const compareKeys = (a: number, b: number) => compareUnits(listed[a]!.key, listed[b]!.key);
  const order = new Uint32Array(listed.length);
  for (let at = 0; at < order.length; at += 1) order[at] = order.length - 1 - at;
  let start = 0;
  for (let end = 1; end <= order.length; end += 1) {
    const later = seconds[order[end]!]! - seconds[order[start]!]!;
    if (later === 0) continue;
    if (later < 0) return order.sort((a, b) => seconds[a]! - seconds[b]! || compareKeys(a, b));
    if (end - start > 1) order.subarray(start, end).sort(compareKeys);
    start = end;
  }
  return order;
}

/** The documents from `start` on, oldest first. */
function partSegments<Entry extends IndexEntry>(
  { entries, identities }: OrderedEntries<Entry>,
  start: number,
): PlannedSegment<Entry>[] {
  let from = start;
  return partitionDocuments(entries.length - start).map((size) => {
    const to = from + size;
    const segment = {
      id: nameSegment(identities.subarray(from, to)),
      entries: entries.slice(from, to),
      dead: [],
    };
    from = to;
    return segment;
  });
}

/** Keeps the great old segment of the plan before, if few of its documents have changed. Oldest first. */
function keepSettled<Entry extends IndexEntry>(
  ordered: OrderedEntries<Entry>,
  settled: Ledger,
): PlannedSegment<Entry>[] | undefined {
  const { entries, identities } = ordered;
  const [oldest] = partitionDocuments(entries.length);
  if (
    oldest === settled.identities.length &&
    settled.identities.every((identity, at) => identity === identities[at])
  ) {
    return undefined;
  }
  const { ordinals, dead, end } = compareWithSettled(identities, settled);
  const alive = settled.identities.length - dead.length;
  const patched = end - alive;
  const isOutgrown = entries.length - end >= segmentStep(entries.length);
  const isWorn = (dead.length + patched) * PATCH_SHARE > settled.identities.length;
  if (isOutgrown || isWorn) return undefined;
  const kept = { id: settled.id, entries: entries.slice(0, end).filter((_, at) => ordinals[at]! > 0), dead };
  const patch = patched === 0 ? [] : [cutPatch(ordered, ordinals.subarray(0, end))];
  return [kept, ...patch, ...partSegments(ordered, end)];
}

function compareWithSettled(identities: Float64Array, settled: Ledger) {
  const places = new Map<number, number>();
  for (let at = 0; at < identities.length; at += 1) places.set(identities[at]!, at);
  /** For each document, one more than its ordinal in the settled segment, or 0. */
  const ordinals = new Uint32Array(identities.length);
  const dead: number[] = [];
  let end = 0;
  for (let ordinal = 0; ordinal < settled.identities.length; ordinal += 1) {
    const at = places.get(settled.identities[ordinal]!);
    if (at === undefined) {
      dead.push(ordinal);
    } else {
      ordinals[at] = ordinal + 1;
      end = Math.max(end, at + 1);
    }
  }
  return { ordinals, dead, end };
}

/** The documents that are not in the kept segment, with their places in it. */
function cutPatch<Entry extends IndexEntry>(
  { entries, identities }: OrderedEntries<Entry>,
  ordinals: Uint32Array,
): PlannedSegment<Entry> {
  const places: number[] = [];
  const before: number[] = [];
  let older = 0;
  for (let at = 0; at < ordinals.length; at += 1) {
    if (ordinals[at]! > 0) {
      older = ordinals[at]!;
    } else {
      places.push(at);
      before.push(older);
    }
  }
  const id = nameSegment(Float64Array.from(places, (at) => identities[at]!));
  return { id, entries: places.map((at) => entries[at]!), dead: [], before };
}

function noteSegment(
  { identities }: OrderedEntries<IndexEntry>,
  oldest: PlannedSegment<IndexEntry> | undefined,
): Uint8Array {
  const count = oldest?.entries.length ?? 0;
  if (oldest === undefined || count < SETTLED_DOCUMENTS) return new Uint8Array();
  return writeLedger({ id: oldest.id, identities: identities.subarray(0, count) });
}

/** 80 bits: far beyond accident. Lower case, since some file systems don't tell cases apart. */
function nameSegment(identities: Float64Array): string {
  const hash = createHash('sha256');
  hash.update(`broadsheet search ${INDEX_FORMAT}\n`);
  hash.update(writeLedger({ id: '', identities }));
  return hash.digest('hex').slice(0, 20);
}
