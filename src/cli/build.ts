import { statSync } from 'node:fs';
import path from 'node:path';
import { recordBuild } from '../build/build-history.ts';
import { runBuild } from '../build/run-build.ts';
import { verifyBuild } from '../build/verify-build.ts';
import { writeReport } from '../build/write-report.ts';
import { BUILD_FLAGS, toBuildOptions } from './build-flags.ts';
import { readCommandLine, runCommand, UsageError } from './command-line.ts';
import { describeBuild } from './describe-build.ts';
import { noticeHosts } from './describe-hosts.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { createProgressLine } from './progress-line.ts';

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
  const progress = createProgressLine({ quiet: values.quiet });
  const { report, diagnostics, notes } = await runBuild({ ...options, onProgress: progress.update });
  progress.clear();
  const shown = values.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  printDiagnostics(shown, { folder: options.content, most: values.quiet ? Number.POSITIVE_INFINITY : 20 });
  if (values.report !== undefined) writeReport(path.resolve(values.report), report);
  const commit = process.env.GITHUB_SHA ?? process.env.CI_COMMIT_SHA;
  recordBuild(path.resolve(options.cache), report, {
    at: Date.now(),
    ...(commit === undefined ? {} : { commit }),
  });
  if (!values.quiet)
    process.stdout.write(`${[...notes, describeBuild(report, options.output)].join('\n')}\n`);
  if (values.verify) {
    const differences = await verifyBuild(options);
    for (const { file, kind } of differences)
      process.stderr.write(`${path.join(options.output, file)}: ${kind}\n`);
    if (!values.quiet)
      process.stdout.write(`Compared with a clean build: ${differences.length} differences.\n`);
    if (differences.length > 0) return 1;
  }
  const notices = noticeHosts(report);
  for (const { severity, text } of notices)
    if (severity === 'error' || !values.quiet) process.stderr.write(`${severity}: ${text}\n`);
  if (notices.some(({ severity }) => severity === 'error')) return 1;
  return values.strict && diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
});
