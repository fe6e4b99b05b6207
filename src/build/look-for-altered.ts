import { findAltered } from './find-altered.ts';
import { runBeside } from './thread-tasks.ts';

/** In UTF-16 code units: the records of some ten thousand files, which are looked for before a thread would have started. */
const LARGE = 1_000_000;

/** As `findAltered`, while the caller does something else if the output is large. */
export async function lookForAltered(root: string, spelled: string): Promise<ReadonlySet<string>> {
  return new Set(
    spelled.length < LARGE ? findAltered(root, spelled) : await runBeside('findAltered', root, spelled),
  );
}
