import type { Store } from './store.ts';
import type { OutputFolder } from './write-output.ts';

/** Notes what is about to be changed: a build that is killed from now on may leave it half done, and the next one looks. */
export async function notePending(touched: readonly string[], store: Store): Promise<void> {
  store.putState({ output: store.getState()?.output ?? '', pending: touched });
  await store.flushed();
}

/** What was noted as pending, as files. @param noted - Files of the output, and folders with a slash at their ends. */
export function listPending(noted: readonly string[], output: OutputFolder): string[] {
  return noted.flatMap((entry) => (entry.endsWith('/') ? output.list(entry) : [entry]));
}
