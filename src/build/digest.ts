import { createHash } from 'node:crypto';

/**
 * A digest of text or bytes, for keys: SHA-256, the first 132 bits, as 22 characters that are safe in file names.
 * Keys are compared with each other only, so that length is far beyond accident and out of reach of malice.
 */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    // The length before each part keeps ("ab", "c") and ("a", "bc") apart.
    hash.update(`${part.length}:`);
    hash.update(part);
  }
  return hash.digest('base64url').slice(0, 22);
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
