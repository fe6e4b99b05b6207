import { findAltered } from './find-altered.ts';
import type { TaskThreads } from './thread-tasks.ts';

/** In bytes: the records of some ten thousand files, which are looked for before a thread would have started. */
const LARGE = 1_000_000;
/** In bytes: fewer are looked for by one thread before another would have started. */
const VERY_LARGE = 8 * LARGE;
const [NEWLINE] = Buffer.from('\n');

/** As `findAltered`, while the caller does something else if the output is large. */
export async function lookForAltered(
  root: string,
  records: Uint8Array,
  threads: TaskThreads,
): Promise<ReadonlySet<string>> {
  if (records.length < LARGE) return new Set(findAltered(root, records));
  const middle = records.length < VERY_LARGE ? 0 : records.indexOf(NEWLINE!, records.length / 2) + 1;
  // Copies: a part of a piece of memory is sent with all of it.
  const parts = [records.subarray(0, middle), records.subarray(middle)]
    .filter(({ length }) => length > 0)
    .map((part) => new Uint8Array(part));
  const altered = await Promise.all(parts.map((part) => threads.run('findAltered', root, part)));
  return new Set(altered.flat());
}
