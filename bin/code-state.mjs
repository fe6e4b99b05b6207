/**
 * What the code is that would run now, by a name that says it all: two states of the code have two names.
 *
 * All of it is read to name it, 650 files. What that told is kept, and believed as long as each file and folder is as it was then by
 * all that the system notes of it, the time of its last change included, which nobody sets at will: so does git's index. What
 * changed while it was read, or just before, is read once more.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** Where compiled code is kept, each state of it in a folder of its own. */
export const COMPILED = path.join(PROJECT, 'node_modules/.cache/broadsheet');

const STATE = path.join(COMPILED, 'state.json');
const SOURCES = ['src', 'layouts'];
/** How the code is compiled takes part, and what runs it. */
const COMPILER = ['bin', 'package-lock.json'];
/** Ms in which a file may change twice without its times showing it. */
const BLUR = 2000;

/**
 * @typedef {object} CodeState
 * @property {string} name - Of this state of the code, for a folder.
 * @property {readonly string[]} commands - Commands of `src/cli/`.
 */

/** @returns {CodeState} */
export function readCodeState() {
  return recall() ?? describeCode();
}

/** All that is compiled, and the versions of the libraries: bytes by path. */
export function readCode() {
  const paths = ['package-lock.json', ...SOURCES.flatMap((folder) => list(folder).files.sort())];
  return new Map(paths.map((file) => [file, readFileSync(path.join(PROJECT, file))]));
}

/** @returns {CodeState | undefined} `undefined` when anything may have changed. */
function recall() {
  try {
    const { node, at, marks, ...state } = JSON.parse(readFileSync(STATE, 'utf8'));
    const isSame = ([name, mark]) => {
      const stats = statSync(path.join(PROJECT, name));
      return markOf(stats) === mark && Math.max(stats.mtimeMs, stats.ctimeMs) < at - BLUR;
    };
    return node === process.version && Object.entries(marks).every(isSame) ? state : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {CodeState} */
function describeCode() {
  const at = Date.now();
  const marks = {};
  for (const { files, folders } of [...SOURCES, ...COMPILER].map(list))
    for (const name of [...files, ...folders]) marks[name] = markOf(statSync(path.join(PROJECT, name)));
  const code = readCode();
  const hash = createHash('sha256').update(process.version);
  for (const file of list('bin').files.sort()) hash.update(readFileSync(path.join(PROJECT, file)));
  for (const [file, bytes] of code) hash.update(`\0${file}\0`).update(bytes);
  const state = { name: hash.digest('hex').slice(0, 16), commands: listCommands(code) };
  keep({ ...state, node: process.version, at, marks });
  return state;
}

function listCommands(code) {
  return Array.from(code)
    .filter(([file, bytes]) => /^src[\\/]cli[\\/][a-z-]+\.ts$/.test(file) && runsCommand(bytes.toString()))
    .map(([file]) => path.basename(file, '.ts'));
}

const runsCommand = (text) => /^import \{[^}]*\brunCommand\b/ms.test(text);

/** Files and folders from a place on, relative to the project. */
function list(place) {
  const absolute = path.join(PROJECT, place);
  if (!statSync(absolute).isDirectory()) return { files: [place], folders: [] };
  const entries = readdirSync(absolute, { recursive: true, withFileTypes: true });
  const nameOf = (entry) => path.relative(PROJECT, path.join(entry.parentPath, entry.name));
  return {
    files: entries.filter((entry) => entry.isFile()).map(nameOf),
    folders: [place, ...entries.filter((entry) => entry.isDirectory()).map(nameOf)],
  };
}

function markOf({ size, ino, mtimeMs, ctimeMs }) {
  return `${size} ${ino} ${mtimeMs} ${ctimeMs}`;
}

/** Before anything was compiled, and where nothing can be written, there is nowhere to keep it: the code is read again. */
function keep(state) {
  const draft = `${STATE}.${process.pid}`;
  try {
    writeFileSync(draft, JSON.stringify(state));
    renameSync(draft, STATE);
  } catch {
    rmSync(draft, { force: true });
  }
}
