/**
 * Compiles and bundles the code for `bin/broadsheet.mjs`: every process of a build starts in a third of the time that transpiling
 * module by module takes.
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
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT, readCode } from './code-state.mjs';

const DAY = 24 * 60 * 60 * 1000;

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

/** @param target - The folder that takes it all. @param commands - Of `src/cli/`. @throws The compiler's error, or the system's. */
export async function compileCode(target, commands) {
  const code = readCode();
  const { build, stop } = await import('esbuild');
  const folder = path.dirname(target);
  const draft = path.join(folder, `draft-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // The compiler would say so in an error of its own.
  accessSync(folder, constants.W_OK);
  for (const old of readdirSync(folder)) {
    // What another process is writing may have got its name by now.
    const stats = statSync(path.join(folder, old), { throwIfNoEntry: false });
    if (stats !== undefined && Date.now() - stats.mtimeMs > DAY) {
      rmSync(path.join(folder, old), { recursive: true, force: true });
    }
  }
  await build({
    absWorkingDir: PROJECT,
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
