import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digest } from './digest.ts';
import { PROJECT } from './project-folder.ts';

/** Where the code is that browsers get: the search's script holds the room that searches. */
const BROWSER_CODE = ['layouts', 'src/search'];

/** A digest of the code that browsers get, as it now is: each build bundles it anew. */
export function digestBrowserCode(): string {
  return digestFolders(BROWSER_CODE, digestFile);
}

/** Of all code, what is bundled for browsers and not run here. */
const FOR_BROWSERS_ALONE = /^layouts[/\\](?:client|service-worker|styles|assets)[/\\]/;

/** A digest of the code that a process of ours would run if it started now. */
export function digestProgram(): string {
  return digestFolders(['src', 'layouts'], digestFile, (file) => !FOR_BROWSERS_ALONE.test(file));
}

/** By folders. A process runs the code that it loaded, whatever becomes of the files meanwhile. */
const digestsOfCode = new Map<string, string>();

/**
 * A digest of all code below the given folders of the project, and of the locked versions of its libraries: whatever
 * they decide is decided anew when one of them changes. It stays the same as long as the process runs.
 */
export function digestCode(folders: readonly string[]): string {
  const name = folders.join();
  let known = digestsOfCode.get(name);
  if (known === undefined) {
    known = digestFolders(folders, digestOnce);
    digestsOfCode.set(name, known);
  }
  return known;
}

/** By files: the folders that digests are made of overlap. */
const digestsOfFiles = new Map<string, string>();

function digestOnce(file: string): string {
  let known = digestsOfFiles.get(file);
  if (known === undefined) {
    known = digestFile(file);
    digestsOfFiles.set(file, known);
  }
  return known;
}

function digestFile(file: string): string {
  return digest(readFileSync(path.join(PROJECT, file)));
}

function digestFolders(
  folders: readonly string[],
  read: (file: string) => string,
  isMeant = (_file: string) => true,
): string {
  const parts: string[] = [read('package-lock.json')];
  for (const folder of folders) {
    const entries = readdirSync(path.join(PROJECT, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(PROJECT, path.join(entry.parentPath, entry.name)))
      .filter(isMeant);
    for (const file of files.sort()) parts.push(file, read(file));
  }
  return digest(...parts);
}
