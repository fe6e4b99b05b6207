import { statSync } from 'node:fs';
import { beginBuild } from '../build/begin-build.ts';
import { BUILD_FLAGS, toBuildOptions } from './build-flags.ts';
import { readCommandLine, runCommand, UsageError } from './command-line.ts';

const USAGE = `
Usage: npm run -s build -- [flags]

Builds the site.

  --content DIR   articles and site.yaml (default: content)
  --output DIR    where the site is written (default: _site)
  --cache DIR     what builds remember (default: .cache)
  --workers N     worker processes (default: one for each core)
  --drafts        publish drafts too
  --future        publish articles dated in the future too
  --strict        fail when an article is quarantined, or site.yaml has a fault
  --clean         forget the cache and the previous output
  --verify        build once more from nothing, aside, and name every difference
  --report FILE   write the outcome as JSON
  --quiet         print nothing but faults

Exit status: 0 built, 1 failed (or --strict or --verify found a fault, or the site is larger than a host of site.yaml
takes), 2 wrong usage.
`;

await runCommand(USAGE, async (args) => {
  const { values } = readCommandLine(args, {
    ...BUILD_FLAGS,
    strict: { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
    report: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  });
  const options = toBuildOptions(values);
  // Not after the build: it may take minutes.
  if (values.report !== undefined && statSync(values.report, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--report takes a file, and ${values.report} is a folder.`);
  // git and a worker are at work while the code of a build loads, which takes as long as they do.
  const begun = beginBuild(options);
  const { buildAndTell } = await import('./build-and-tell.ts');
  return await buildAndTell(options, begun, values);
});
