import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/**
 * Runs every `*.test.ts(x)` below `tests/`, each file in a process of its own. Words on the command line choose files
 * whose path contains one of them: `npm test -- html feeds`.
 */
const wanted = process.argv.slice(2);
const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .sort()
  .map((file) => path.join(root, file));

if (files.length === 0) {
  process.stderr.write(`No test file matches ${wanted.join(' or ')}.\n`);
  process.exitCode = 1;
} else {
  // One more than cores: a quarter of a test's time it waits for a process, a browser or a disk.
  run({ files, concurrency: availableParallelism() + 1 })
    .on('test:fail', () => {
      process.exitCode = 1;
    })
    .compose(new spec())
    .pipe(process.stdout);
}
