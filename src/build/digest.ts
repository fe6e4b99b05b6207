import { createHash, hash } from 'node:crypto';

/**
 * A digest of text or bytes, for keys: SHA-256, the first 132 bits, as 22 characters that are safe in file names.
 * Keys are compared with each other only, so that length is far beyond accident and out of reach of malice.
 */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  let text = '';
  for (const part of parts) {
    if (typeof part !== 'string') return digestBytes(parts);
    text += frame(part);
  }
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}

function digestBytes(parts: readonly (string | Uint8Array)[]): string {
  const state = createHash('sha256');
  for (const part of parts) {
    if (typeof part === 'string') state.update(frame(part));
    else state.update(`${part.length}:`).update(part);
  }
  return state.digest('base64url').slice(0, LENGTH);
}

/** Characters of a digest. */
const LENGTH = 22;

/** The length before each part keeps ("ab", "c") and ("a", "bc") apart. */
function frame(part: string): string {
  return `${part.length}:${part}`;
}

/**
 * The id git gives a file with these bytes (SHA-1 over `blob <size>\0<bytes>`, gitformat-object). Sources are named by
 * it so that a clean checkout tells what changed without a file being read.
 */
export function gitBlobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/**
 * JSON with the keys of every object in code-unit order, so that equal data has equal text however it was built.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : held,
  );
}
