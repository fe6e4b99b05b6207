import { createHash } from 'node:crypto';
import { toSeconds } from './address-chunk.ts';
import { CorruptIndexError } from './bit-reader.ts';
import { INDEX_FORMAT, type Manifest, type ManifestSegment, parseManifest } from './manifest.ts';
import { type IndexEntry, type PlannedSegment, planSegments, type SegmentPlan } from './plan-segments.ts';
import type { SegmentHead } from './segment-head.ts';
import { readLedger } from './segment-ledger.ts';

/** What the build before left. */
export interface PreviousIndex {
  /** Text of its manifest. */
  readonly manifest: string;
  /** As that build's plan had it. */
  readonly ledger: Uint8Array;
}

/** What segments the index has, and which of them are there already. */
export interface IndexPlan<Entry extends IndexEntry> extends SegmentPlan<Entry> {
  /** Segments that stay as they are, by name, as the manifest before lists them. */
  readonly kept: ReadonlyMap<string, ManifestSegment>;
  /** Segments that are to be written again under the same names, as the manifest before lists them. */
  readonly mended: readonly ManifestSegment[];
}

/**
 * Decides what segments the index has, and so which have to be written: those that are not kept.
 *
 * @param previous - Absent: all is written, in its canonical form.
 * @param isThere - Whether all files of a segment of the manifest before are there as they were written.
 */
export function planIndex<Entry extends IndexEntry>(
  entries: readonly Entry[],
  previous?: PreviousIndex,
  isThere: (segment: ManifestSegment) => boolean = () => true,
): IndexPlan<Entry> {
  const before = previous === undefined ? [] : readSegments(previous.manifest);
  const known = new Map(before.filter(isThere).map((segment) => [segment.id, segment]));
  const settled = previous === undefined ? undefined : readLedger(previous.ledger);
  const isSettledThere = settled !== undefined && known.has(settled.id);
  const plan = planSegments(entries, isSettledThere ? previous?.ledger : undefined);
  const planned = new Set(plan.segments.map(({ id }) => id));
  return {
    ...plan,
    kept: new Map([...known].filter(([id]) => planned.has(id))),
    mended: before.filter(({ id }) => planned.has(id) && !known.has(id)),
  };
}

/** A manifest that can't be read is as good as none: all is written anew. */
function readSegments(manifest: string): readonly ManifestSegment[] {
  try {
    return parseManifest(manifest).segments;
  } catch (error) {
    if (error instanceof CorruptIndexError) return [];
    throw error;
  }
}

/**
 * The manifest of a plan that has been carried out.
 *
 * @param headOf - Of a segment that is not kept.
 */
export function makeManifest(
  { segments, windows, kept }: IndexPlan<IndexEntry>,
  timeZone: string,
  headOf: (segment: PlannedSegment<IndexEntry>) => SegmentHead,
): Manifest {
  const listed = segments.map((segment) =>
    describeSegment(segment, kept.get(segment.id) ?? { head: headOf(segment), newest: newestOf(segment) }),
  );
  return { documents: windows.at(-1) ?? 0, timeZone, windows, segments: listed };
}

/** A digest of all that decides what the manifest of a plan says: known before its segments are written. */
export function digestPlan({ segments, windows }: SegmentPlan<IndexEntry>, timeZone: string): string {
  const said = segments.map(({ id, dead, before }) => [id, dead, before]);
  return createHash('sha256')
    .update(JSON.stringify([INDEX_FORMAT, timeZone, windows, said]))
    .digest('hex');
}

function newestOf({ entries }: PlannedSegment<IndexEntry>): number {
  return toSeconds(entries.at(-1)!.date);
}

function describeSegment(
  { id, entries, dead, before }: PlannedSegment<IndexEntry>,
  { head, newest }: Pick<ManifestSegment, 'head' | 'newest'>,
): ManifestSegment {
  return {
    id,
    documents: entries.length + dead.length,
    newest,
    head,
    dead,
    ...(before !== undefined && { before }),
  };
}
