import type { Database } from 'lmdb';

/** Of a database, as LMDB's ranges give them. */
export interface KeptRecord {
  readonly key: string;
  readonly value: Buffer;
}

/**
 * Puts many records, and waits each time for so many bytes: LMDB holds what a transaction writes, and has room for 512 MiB.
 *
 * @param bytesAtOnce - At least.
 * @throws What LMDB throws.
 */
export async function putInChunks(
  database: Database<Buffer, string>,
  records: Iterable<KeptRecord>,
  bytesAtOnce: number,
): Promise<void> {
  let put: Promise<boolean> | undefined;
  let bytes = 0;
  for (const { key, value } of records) {
    put = database.put(key, value);
    bytes += value.length;
    if (bytes < bytesAtOnce) continue;
    bytes = 0;
    await put;
  }
  await put;
}
