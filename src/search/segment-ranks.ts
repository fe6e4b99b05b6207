import type { Manifest, ManifestSegment } from './manifest.ts';

/**
 * The place of a segment's documents among all that can be found, the newest first: a number from 0, which does not depend
 * on how the documents are parted into segments.
 */
export interface SegmentRanks {
  readonly segment: ManifestSegment;
  /** Ranks of its documents are not below. */
  readonly start: number;
  /** Ranks of its documents, and of those of its patch, are below. */
  readonly end: number;
  /** @param ordinal - Of a document that is not crossed out. */
  readonly rankOf: (ordinal: number) => number;
}

/** Ranks of all segments of an index, newest first as these are. */
export function rankSegments({ segments }: Manifest): SegmentRanks[] {
  const ranks: SegmentRanks[] = [];
  let start = 0;
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at]!;
    const old = segment.before === undefined ? undefined : segments[at + 1];
    const end = start + countAlive(segment) + (old === undefined ? 0 : countAlive(old));
    if (old === undefined) {
      ranks.push({ segment, start, end, rankOf: rankIn(segment, start, []) });
    } else {
      const before = segment.before ?? [];
      ranks.push({ segment, start, end, rankOf: rankInPatch(segment, before, old, start) });
      ranks.push({ segment: old, start, end, rankOf: rankIn(old, start, before) });
      at += 1;
    }
    start = end;
  }
  return ranks;
}

function countAlive({ documents, dead }: ManifestSegment): number {
  return documents - dead.length;
}

/** @param before - For each document of the patch, how many of the segment are older. */
function rankIn({ documents, dead }: ManifestSegment, start: number, before: readonly number[]) {
  return (ordinal: number): number => {
    const newer = documents - 1 - ordinal - (dead.length - countUpTo(dead, ordinal));
    return start + newer + (before.length - countUpTo(before, ordinal));
  };
}

function rankInPatch(
  patch: ManifestSegment,
  before: readonly number[],
  { documents, dead }: ManifestSegment,
  start: number,
) {
  return (ordinal: number): number => {
    const older = before[ordinal]!;
    const newer = documents - older - (dead.length - countUpTo(dead, older - 1));
    return start + newer + (patch.documents - 1 - ordinal);
  };
}

/** How many of ascending numbers are not above a number. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
