import { addNumber, addText } from '../site/identity.ts';
import { toSeconds } from './address-chunk.ts';
import type { IndexEntry } from './plan-segments.ts';

/** Which documents a segment was made of. */
export interface Ledger {
  readonly id: string;
  /** By ordinal, as `identify` gives them. */
  readonly identities: Float64Array;
}

const ID_LENGTH = 20;

/** Numbers are little-endian, as on every machine that Node runs on. */
export function writeLedger({ id, identities }: Ledger): Uint8Array {
  const bytes = new Uint8Array(ID_LENGTH + identities.byteLength);
  bytes.set(new TextEncoder().encode(id));
  bytes.set(new Uint8Array(identities.buffer, identities.byteOffset, identities.byteLength), ID_LENGTH);
  return bytes;
}

/** @returns undefined when the bytes are empty or no ledger: then there is nothing to keep. */
export function readLedger(bytes: Uint8Array): Ledger | undefined {
  const count = (bytes.length - ID_LENGTH) / Float64Array.BYTES_PER_ELEMENT;
  if (count < 1 || !Number.isInteger(count)) return undefined;
  // A copy: numbers are read only where a multiple of their size begins.
  const identities = new Float64Array(new Uint8Array(bytes.subarray(ID_LENGTH)).buffer);
  return { id: new TextDecoder().decode(bytes.subarray(0, ID_LENGTH)), identities };
}

/** Stands for everything a segment holds of a document: see `identity.ts`. */
export function identify({ identity, url, date }: IndexEntry): number {
  return addNumber(addText(identity, url), toSeconds(date));
}
