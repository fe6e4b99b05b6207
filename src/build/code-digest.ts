import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digest } from './digest.ts';
import { COMPILED, PROJECT } from './project-folder.ts';

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
  const list = (folder: string) => listFiles(folder).filter((file) => !FOR_BROWSERS_ALONE.test(file));
  return digestFolders(['src', 'layouts'], digestFile, list);
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
    known = digestFolders(folders, digestOnce, COMPILED === undefined ? listFiles : listNoted);
    digestsOfCode.set(name, known);
  }
  return known;
}

/**
 * By files: the folders that digests are made of overlap. Whoever compiled the code has noted what it was compiled from, which
 * is what runs, whatever lies there now.
 */
const digestsOfFiles = new Map<string, string>(COMPILED === undefined ? [] : readNoted(COMPILED));

function readNoted(compiled: string): Iterable<[string, string]> {
  return Object.entries(JSON.parse(readFileSync(path.join(compiled, 'code.json'), 'utf8')));
}

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

function digestFolders(folders: readonly string[], read: (file: string) => string, list = listFiles): string {
  const parts: string[] = [read('package-lock.json')];
  for (const folder of folders) for (const file of list(folder)) parts.push(file, read(file));
  return digest(...parts);
}

/** The files below a folder of which the digest is noted: in order, as `listFiles` has them. */
function listNoted(folder: string): string[] {
  const below = path.normalize(folder) + path.sep;
  return [...digestsOfFiles.keys()].filter((file) => file.startsWith(below)).sort();
}

/** Paths from the project's folder, as the system spells them, in order. */
function listFiles(folder: string): string[] {
  const entries = readdirSync(path.join(PROJECT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(PROJECT, path.join(entry.parentPath, entry.name)))
    .sort();
}
