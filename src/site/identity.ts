/**
 * Identities: numbers of 53 bits, each of which stands for a series of texts and numbers; other series have another one, but
 * for an accident in so many. Some are made of every article at every build, so no text is put together for them.
 */

/** The identity of an empty series. */
export const NOTHING = 0x811c9dc5;

/** The identity of a series with one more text at its end. */
export function addText(identity: number, text: string): number {
  // The length comes first, so that no two series run together.
  let high = (identity / HIGH) ^ text.length;
  let low = identity | 0;
  const last = text.length - 1;
  for (let at = 0; at < last; at += 2) {
    const units = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
    high = mixHigh(high, units);
    low = mixLow(low, units);
  }
  // No unit past the end is asked for: that is slow.
  const rest = text.length % 2 === 0 ? 0 : text.charCodeAt(last);
  return join(mixHigh(high, rest), mixLow(low, rest));
}

/** The identity of a series with one more number at its end. @param number - Whole, at least 0, below 2^53. */
export function addNumber(identity: number, number: number): number {
  const high = mixHigh(identity / HIGH, number);
  const low = mixLow(identity, number);
  const above = number / HIGH;
  return join(mixHigh(high, above), mixLow(low, above));
}

const HIGH = 2 ** 32;

function mixHigh(high: number, units: number): number {
  return Math.imul(high ^ units, 0x01000193) ^ (high >>> 15);
}

function mixLow(low: number, units: number): number {
  return Math.imul(low ^ units, 0x85ebca6b) ^ (low >>> 13);
}

function join(high: number, low: number): number {
  return (high >>> 11) * HIGH + (low >>> 0);
}
