import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where `bin/broadsheet.mjs` put the compiled code; not defined when the TypeScript runs as it is. */
declare const COMPILED_TO: string | undefined;

/** The folder of the generator itself: where its `package.json`, `layouts/` and `src/` are. Absolute. */
export const PROJECT: string = findPackage(path.dirname(fileURLToPath(import.meta.url)));

/** Where the compiled code is that runs; `undefined` when the TypeScript does. Absolute. */
export const COMPILED: string | undefined = typeof COMPILED_TO === 'undefined' ? undefined : COMPILED_TO;

/** The module that worker processes run. */
export const WORKER: URL = locateModule('worker');

/** The module that threads for tasks run. */
export const TASK_THREAD: URL = locateModule('task-thread');

function locateModule(name: string): URL {
  return COMPILED === undefined
    ? new URL(`./${name}.ts`, import.meta.url)
    : pathToFileURL(path.join(COMPILED, 'build', `${name}.mjs`));
}

function findPackage(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('The generator’s own package.json is missing.');
  return findPackage(parent);
}
