import { toSeconds } from './address-chunk.ts';
import type { IndexEntry } from './plan-segments.ts';

/** Which documents a segment was made of. */
export interface Ledger {
  readonly id: string;
  /** By ordinal, as `identify` gives them. */
  readonly identities: Float64Array;
}

const ID_LENGTH = 20;

export function writeLedger({ id, identities }: Ledger): Uint8Array {
  const bytes = new Uint8Array(ID_LENGTH + identities.length * 8);
  bytes.set(new TextEncoder().encode(id));
  const view = new DataView(bytes.buffer);
  for (const [at, identity] of identities.entries()) view.setFloat64(ID_LENGTH + at * 8, identity);
  return bytes;
}

/** @returns undefined when the bytes are empty or no ledger: then there is nothing to keep. */
export function readLedger(bytes: Uint8Array): Ledger | undefined {
  const count = (bytes.length - ID_LENGTH) / 8;
  if (count < 1 || !Number.isInteger(count)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const identities = new Float64Array(count);
  for (let at = 0; at < count; at += 1) identities[at] = view.getFloat64(ID_LENGTH + at * 8);
  return { id: new TextDecoder().decode(bytes.subarray(0, ID_LENGTH)), identities };
}

/** A number of 53 bits that stands for everything a segment holds of a document. */
export function identify({ key, digest, url, date }: IndexEntry): number {
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (const text of [key, digest, url, String(toSeconds(date))]) {
    // The length comes first, so that no two lists of texts run together.
    high = Math.imul(high ^ text.length, 0x01000193);
    for (let at = 0; at < text.length; at += 2) {
      const units = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
      high = Math.imul(high ^ units, 0x01000193) ^ (high >>> 15);
      low = Math.imul(low ^ units, 0x85ebca6b) ^ (low >>> 13);
    }
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
