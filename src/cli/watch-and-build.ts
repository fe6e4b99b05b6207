import path from 'node:path';
import { watch } from 'chokidar';

/** Ms. Saves that come together are built together. */
const SETTLE_MS = 30;

/** Files and folders that are hidden: editors and systems keep their own there. */
const HIDDEN = /(?:^|[/\\])\.(?!\.?(?:[/\\]|$))/;

export interface RunningWatch {
  /** Settles when the first build has ended. */
  readonly built: Promise<void>;
  /** Watches no longer. Settles when the build that is going on has ended. */
  close(): Promise<void>;
}

/**
 * Builds at once, and again after each burst of changes, one build at a time. No change is missed: those during a build
 * lead to one more, and since it takes a moment until every folder is watched, one more is made then. It finds nothing
 * to do where nothing happened in between.
 *
 * @param build - Must not reject. Told the files, as absolute paths, of which a change is known; there may be others. It may
 *   ask whether there are changes since, which lead to one more build, and then leave this one unfinished.
 */
export function watchAndBuild(
  folders: readonly string[],
  build: (changed: readonly string[], isSuperseded: () => boolean) => Promise<void>,
): RunningWatch {
  let timer: NodeJS.Timeout | undefined;
  let changed = new Set<string>();
  let running: Promise<void> | undefined;
  let again = false;
  const isSuperseded = (): boolean => again || timer !== undefined;
  const buildWhileAsked = async (): Promise<void> => {
    do {
      again = false;
      const files = [...changed];
      changed = new Set();
      await build(files, isSuperseded);
    } while (again);
    running = undefined;
  };
  const ask = (): void => {
    if (running === undefined) running = buildWhileAsked();
    else again = true;
  };
  const watcher = watch([...folders], { ignoreInitial: true, ignored: HIDDEN });
  const built = build([], () => false);
  running = built.then(() => {
    running = undefined;
    if (again) ask();
  });
  const note = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      ask();
    }, SETTLE_MS);
  };
  watcher.once('ready', ask);
  watcher.on('all', (_event, file) => {
    changed.add(path.resolve(file));
    note();
  });
  // Of two saves within 50 ms, chokidar tells of the first alone; the system tells of both.
  watcher.on('raw', (_event, name) => {
    if (!HIDDEN.test(String(name))) note();
  });
  return {
    built,
    close: async () => {
      await watcher.close();
      clearTimeout(timer);
      again = false;
      await running;
    },
  };
}
