/** Followers are told apart in 2^width kinds, with at most this width: then a set of kinds fits a 32-bit number. */
export const GREATEST_FOLLOWER_WIDTH = 5;

/** What stands for the end of a run of text, where no character follows. */
export const END_OF_RUN = 0;

/** The kind of a follower, a code unit or `END_OF_RUN`: 0 to 2^width - 1. Of a smaller width it is the first bits of a larger one's. */
export function followerKind(unit: number, width: number): number {
  return width === 0 ? 0 : Math.imul(unit + 1, 0x9e3779b1) >>> (32 - width);
}

/** A set of kinds of the greatest width (bit n for kind n) as a set of kinds of a smaller width. */
export function narrowKinds(kinds: number, width: number): number {
  const shift = GREATEST_FOLLOWER_WIDTH - width;
  if (shift === 0) return kinds;
  let narrow = 0;
  for (let rest = kinds; rest !== 0; rest &= rest - 1) narrow |= 1 << (lowestBit(rest) >>> shift);
  return narrow;
}

/** The place of the lowest bit that is set, 0 to 31. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/**
 * How finely the followers of a pair are told apart, in bits. Common pairs are told apart finely: between documents that
 * have AB and BC but no ABC, and those that have it, only the followers decide, and it is common pairs of which there are
 * many such documents.
 *
 * @param count - Documents that have the pair, at least 1. @param universe - Documents of the segment.
 */
export function followerWidth(count: number, universe: number): number {
  const coarsest = Math.max(5, log2(universe) - 7);
  return Math.min(GREATEST_FOLLOWER_WIDTH, Math.max(0, log2(count) - coarsest));
}

/** Rounded down. */
function log2(value: number): number {
  return 31 - Math.clz32(value);
}
