#!/usr/bin/env node
/**
 * Runs a command of `src/cli/`: `node bin/broadsheet.mjs build --clean`.
 *
 * The TypeScript is compiled and bundled once for each state of the code (0.4 s), below `node_modules/.cache`, and run
 * from there. Where that folder can't be written, the command runs through tsx, as tests do.
 */
import { existsSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { COMPILED, PROJECT, readCodeState } from './code-state.mjs';

const { name: state, commands } = readCodeState();

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
  const compiled = path.join(COMPILED, state);
  const entry = path.join(compiled, 'cli', `${name}.mjs`);
  if (!existsSync(entry)) {
    try {
      const { compileCode } = await import('./compile-code.mjs');
      await compileCode(compiled, commands);
    } catch (error) {
      if (lacksLibrary(error)) return undefined;
      if (!('code' in error && 'syscall' in error)) throw error;
      // tsx looks for it where the user is. Workers get it too, and the arguments that Node has here.
      process.env.TSX_TSCONFIG_PATH = path.join(PROJECT, 'tsconfig.json');
      const { register } = await import('tsx/esm/api');
      register();
      process.execArgv.push('--import', import.meta.resolve('tsx'));
      return pathToFileURL(path.join(PROJECT, 'src/cli', `${name}.ts`)).href;
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
