import { renameSync, rmSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import { putInChunks } from './put-in-chunks.ts';

/** In bytes. */
const MOST_AT_ONCE = 16 * 1024 * 1024;

/**
 * Closes a store, and puts a copy of its records in its place: without free pages, and with full ones, since the records come
 * in the order of their keys. Nobody else may have it open. A disk that has no room for the copy keeps the file as it is.
 * (LMDB's own copy of a store of more than 512 MiB that is mapped piece by piece ends in `MDB_TXN_FULL`.)
 *
 * @param names - Of its databases.
 */
export async function closeCompacted(
  root: RootDatabase,
  file: string,
  names: readonly string[],
): Promise<void> {
  const draft = `${file}-compacted`;
  const discard = (ending: string): void => rmSync(draft + ending, { force: true });
  for (const ending of ['', '-lock']) discard(ending);
  const isCopied = await copyRecords(root, draft, names).catch(() => false);
  await root.close();
  discard('-lock');
  if (!isCopied) return discard('');
  // It speaks of the file that is replaced.
  rmSync(`${file}-lock`, { force: true });
  renameSync(draft, file);
}

/** @returns Whether the copy holds as many records. @throws What LMDB throws. */
async function copyRecords(root: RootDatabase, draft: string, names: readonly string[]): Promise<boolean> {
  const copy = open({ path: draft, noSubdir: true, maxDbs: 16, encoding: 'binary', remapChunks: true });
  try {
    let isWhole = true;
    for (const name of names) {
      const from = root.openDB<Buffer, string>({ name, encoding: 'binary' });
      const to = copy.openDB<Buffer, string>({ name, encoding: 'binary' });
      await putInChunks(to, from.getRange(), MOST_AT_ONCE);
      isWhole &&= to.getCount() === from.getCount();
    }
    await copy.flushed;
    return isWhole;
  } finally {
    await copy.close();
  }
}
