/**
 * A fingerprint of a text, such that like texts have like fingerprints: MinHash with one permutation, the least hash of
 * the text's phrases in each of 64 classes (Li, Owen, Zhang: One Permutation Hashing, 2012).
 */
export type TextFingerprint = readonly number[];

const BINS = 64;
/** In code units. Long enough to tell texts apart, short enough to survive an edit nearby. */
const PHRASE = 6;
/** Shorter texts are alike too easily: notices, captions, a line of weather. In characters that count. */
const SHORTEST = 160;
const EMPTY = 0xffffffff;

/** @returns undefined for a text that is too short to be compared. */
export function fingerprintText(text: string): TextFingerprint | undefined {
  const bins = new Array<number>(BINS).fill(EMPTY);
  const window = new Uint16Array(PHRASE);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Letters, digits and characters only: spaces and punctuation change from source to source.
    if (
      code < 0x30 ||
      (code > 0x39 && code < 0x41) ||
      (code > 0x5a && code < 0x61) ||
      (code > 0x7a && code < 0xc0)
    )
      continue;
    if ((code >= 0x2000 && code < 0x3040) || code >= 0xfe30) continue;
    window[length++ % PHRASE] = code | (code >= 0x41 && code <= 0x5a ? 0x20 : 0);
    if (length < PHRASE) continue;
    let hash = 0x811c9dc5;
    for (let back = 0; back < PHRASE; back++)
      hash = Math.imul(hash ^ window[(length + back) % PHRASE]!, 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash = (hash ^ (hash >>> 13)) >>> 0;
    const bin = hash & (BINS - 1);
    if (hash < bins[bin]!) bins[bin] = hash;
  }
  return length < SHORTEST ? undefined : bins;
}

/** An estimate of the share of phrases that two texts have in common, 0 to 1. */
export function compareFingerprints(a: TextFingerprint, b: TextFingerprint): number {
  let same = 0;
  let filled = 0;
  for (let bin = 0; bin < BINS; bin++) {
    if (a[bin] === EMPTY && b[bin] === EMPTY) continue;
    filled++;
    if (a[bin] === b[bin]) same++;
  }
  return filled === 0 ? 0 : same / filled;
}

/** From which share on two texts are one story. */
export const NEARLY_THE_SAME = 0.8;

/** Of 16 bands of 4 bins, two texts of four fifths in common agree in one with a probability of 99.98 %. */
const BAND = 4;
const BANDS = BINS / BAND;
/** More that agree in a band are a boilerplate, and would be compared each with each. */
const MOST_OF_A_BAND = 50;

/**
 * Finds texts that are nearly those of earlier ones.
 *
 * @param fingerprints - The earlier, the more original.
 * @returns By position: the position of the first text that it nearly repeats.
 */
export function findNearDuplicates(
  fingerprints: readonly (TextFingerprint | undefined)[],
): ReadonlyMap<number, number> {
  const originals = new Map<number, number>();
  /** By band and its bins: who had them last; and before each, who had them before. */
  const last = Array.from({ length: BANDS }, () => new Map<number, number>());
  const before = new Int32Array(fingerprints.length * BANDS).fill(-1);
  for (const [position, fingerprint] of fingerprints.entries()) {
    if (fingerprint === undefined) continue;
    let original: number | undefined;
    for (let band = 0; band < BANDS; band++) {
      const key = bandKey(fingerprint, band * BAND);
      let other = last[band]!.get(key) ?? -1;
      last[band]!.set(key, position);
      before[position * BANDS + band] = other;
      for (let steps = 0; other !== -1 && steps < MOST_OF_A_BAND; steps++) {
        if (
          (original === undefined || other < original) &&
          isNearlyTheSame(fingerprints[other]!, fingerprint)
        )
          original = other;
        other = before[other * BANDS + band]!;
      }
    }
    if (original !== undefined) originals.set(position, originals.get(original) ?? original);
  }
  return originals;
}

function isNearlyTheSame(a: TextFingerprint, b: TextFingerprint): boolean {
  return compareFingerprints(a, b) >= NEARLY_THE_SAME;
}

function bandKey(fingerprint: TextFingerprint, start: number): number {
  let key = 0;
  for (let bin = start; bin < start + BAND; bin++)
    key = Math.imul(key ^ fingerprint[bin]!, 0x9e3779b1) ^ (key >>> 13);
  return key;
}
