import { findAltered } from './find-altered.ts';
import { runBeside } from './thread-tasks.ts';

/** In bytes: the records of some ten thousand files, which are looked for before a thread would have started. */
const LARGE = 1_000_000;
const [NEWLINE] = Buffer.from('\n');

/** As `findAltered`, while the caller does something else if the output is large. */
export async function lookForAltered(root: string, records: Uint8Array): Promise<ReadonlySet<string>> {
  if (records.length < LARGE) return new Set(findAltered(root, records));
  const middle = records.indexOf(NEWLINE!, records.length / 2) + 1;
  // Copies: a part of a piece of memory is sent with all of it.
  const halves = [new Uint8Array(records.subarray(0, middle)), new Uint8Array(records.subarray(middle))];
  const altered = await Promise.all(halves.map((half) => runBeside('findAltered', root, half)));
  return new Set(altered.flat());
}
