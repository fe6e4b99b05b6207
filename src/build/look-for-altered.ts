import { findAltered } from './find-altered.ts';
import { runBeside } from './thread-tasks.ts';

/** In bytes: the records of some ten thousand files, which are looked for before a thread would have started. */
const LARGE = 1_000_000;

/** As `findAltered`, while the caller does something else if the output is large. */
export async function lookForAltered(root: string, records: Uint8Array): Promise<ReadonlySet<string>> {
  return new Set(
    records.length < LARGE ? findAltered(root, records) : await runBeside('findAltered', root, records),
  );
}
