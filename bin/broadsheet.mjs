#!/usr/bin/env node
/**
 * Runs a command of `src/cli/`: `node bin/broadsheet.mjs build --clean`.
 *
 * The TypeScript is compiled and bundled once for each state of the code (0.4 s), below `node_modules/.cache`, and run
 * from there: every process of a build starts in a third of the time that transpiling module by module takes. Where that
 * folder can't be written, the command runs through tsx, as tests do.
 */
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = ['src', 'layouts'];
const day = 24 * 60 * 60 * 1000;

const commands = readdirSync(path.join(project, 'src/cli'))
  .filter((file) =>
    /^import \{[^}]*\brunCommand\b/ms.test(readFileSync(path.join(project, 'src/cli', file), 'utf8')),
  )
  .map((file) => path.basename(file, '.ts'));

const [command] = process.argv.splice(2, 1);
if (command === undefined || !commands.includes(command)) {
  process.stderr.write(`Usage: broadsheet COMMAND [flags]\n\nCommands: ${commands.join(', ')}\n`);
  process.exitCode = 2;
} else {
  const entry = await locate(command);
  if (entry === undefined) {
    process.stderr.write(
      'The libraries are missing, or not those of package-lock.json. Run "npm ci", then this again.\n',
    );
    process.exitCode = 1;
  } else await import(entry);
}

/** The module of a command, compiled when that is possible; undefined where libraries are missing. */
async function locate(name) {
  const code = readCode();
  const compiled = path.join(project, 'node_modules/.cache/broadsheet', nameOf(code));
  const entry = path.join(compiled, 'cli', `${name}.mjs`);
  if (!existsSync(entry)) {
    try {
      await compile(compiled, code);
    } catch (error) {
      if (lacksLibrary(error)) return undefined;
      if (!('code' in error && 'syscall' in error)) throw error;
      // tsx looks for it where the user is. Workers get it too, and the arguments that Node has here.
      process.env.TSX_TSCONFIG_PATH = path.join(project, 'tsconfig.json');
      const { register } = await import('tsx/esm/api');
      register();
      process.execArgv.push('--import', import.meta.resolve('tsx'));
      return pathToFileURL(path.join(project, 'src/cli', `${name}.ts`)).href;
    }
  }
  // From Node 22 on what V8 made of the code is kept beside it: here, and of the workers by way of their environment.
  module.enableCompileCache?.(path.join(compiled, 'code'));
  process.env.NODE_COMPILE_CACHE ??= path.join(compiled, 'code');
  return pathToFileURL(entry).href;
}

/** What Node says of the compiler, and the compiler of all others. */
function lacksLibrary(error) {
  const isPackage = (text) => /^Could not resolve "[^./]/.test(text);
  return (
    error.code === 'ERR_MODULE_NOT_FOUND' ||
    (Array.isArray(error.errors) &&
      error.errors.length > 0 &&
      error.errors.every(({ text }) => isPackage(text)))
  );
}

/** All that is compiled, and the versions of the libraries: bytes by path. */
function readCode() {
  const code = new Map();
  const read = (file) => code.set(file, readFileSync(path.join(project, file)));
  read('package-lock.json');
  for (const folder of sources) {
    const entries = readdirSync(path.join(project, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)));
    for (const file of files.sort()) read(file);
  }
  return code;
}

/** How it is compiled takes part, and what runs it. */
function nameOf(code) {
  const hash = createHash('sha256').update(process.version);
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  for (const [file, bytes] of code) hash.update(`\0${file}\0`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}

/** What `src/build/code-digest.ts` would make of each file: the program need not read its own code at every start. */
function digestFiles(code) {
  const digest = (bytes) =>
    createHash('sha256').update(`${bytes.length}:`).update(bytes).digest('base64url').slice(0, 22);
  return Object.fromEntries([...code].map(([file, bytes]) => [file, digest(bytes)]));
}

/** Eleventy finds its files by the place of its modules: they go on naming the one they came from. */
function placeEleventy() {
  return {
    name: 'place-eleventy',
    setup(build) {
      build.onLoad({ filter: /@11ty[\\/]eleventy[\\/]src[\\/].*\.js$/ }, ({ path: file }) => {
        const place = JSON.stringify(pathToFileURL(file).href);
        return { contents: readFileSync(file, 'utf8').replaceAll('import.meta.url', place), loader: 'js' };
      });
    },
  };
}

/** js-yaml loads a parser of JavaScript for functions in YAML, which nobody here reads: `safeLoad` knows no such type. */
function leaveOutEsprima() {
  return {
    name: 'leave-out-esprima',
    setup(build) {
      build.onLoad(
        { filter: /js-yaml[\\/]lib[\\/]js-yaml[\\/]type[\\/]js[\\/]function\.js$/ },
        ({ path: file }) => ({
          contents: readFileSync(file, 'utf8').replace("_require('esprima')", 'undefined'),
          loader: 'js',
        }),
      );
    },
  };
}

async function compile(target, code) {
  const { build, stop } = await import('esbuild');
  const folder = path.dirname(target);
  const draft = path.join(folder, `draft-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // The compiler would say so in an error of its own.
  accessSync(folder, constants.W_OK);
  for (const old of readdirSync(folder)) {
    if (Date.now() - statSync(path.join(folder, old)).mtimeMs > day) {
      rmSync(path.join(folder, old), { recursive: true, force: true });
    }
  }
  await build({
    absWorkingDir: project,
    entryPoints: [
      ...commands.map((name) => `src/cli/${name}.ts`),
      'src/build/worker.ts',
      'src/build/task-thread.ts',
    ],
    outbase: 'src',
    outdir: draft,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    // Read when a bug of ours is told of (`src/cli/command-line.ts`); the sources are at hand.
    sourcemap: true,
    sourcesContent: false,
    minifyWhitespace: true,
    // Native parts, what finds its own files by its place, and what Eleventy would load for its own server only.
    external: [
      'lmdb',
      '@node-rs/jieba',
      'harfbuzzjs',
      'esbuild',
      'chokidar',
      '@observablehq/plot',
      'linkedom',
      '@11ty/eleventy-dev-server',
    ],
    plugins: [placeEleventy(), leaveOutEsprima()],
    define: { COMPILED_TO: JSON.stringify(target) },
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
    },
    // What is wrong is in the error that it throws.
    logLevel: 'silent',
  });
  // Its process would stay, with all that it has read, as long as the command runs.
  await stop();
  writeFileSync(path.join(draft, 'code.json'), JSON.stringify(digestFiles(code)));
  try {
    renameSync(draft, target);
  } catch (error) {
    // Another process compiled the same code in the meantime.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}
