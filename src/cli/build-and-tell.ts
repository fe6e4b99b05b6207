import path from 'node:path';
import type { ArticleUrls } from '../build/article-urls.ts';
import type { BegunBuild } from '../build/begin-build.ts';
import { recordBuild } from '../build/build-history.ts';
import type { BuildOptions } from '../build/build-options.ts';
import type { BuildReport } from '../build/build-report.ts';
import { runBuild } from '../build/run-build.ts';
import { writeReport } from '../build/write-report.ts';
import { describeBuild } from './describe-build.ts';
import { noticeHosts } from './describe-hosts.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { createProgressLine } from './progress-line.ts';

/** What a build's outcome is measured by, and who is told of it. */
export interface TellingFlags {
  readonly strict: boolean;
  readonly verify: boolean;
  /** A file. */
  readonly report?: string | undefined;
  readonly quiet: boolean;
}

/** Builds the site and says what came of it. @returns The command's exit status: 0 or 1. */
export async function buildAndTell(
  options: BuildOptions,
  begun: BegunBuild,
  flags: TellingFlags,
): Promise<number> {
  const progress = createProgressLine({ quiet: flags.quiet });
  const file = flags.report;
  const onReport = (made: BuildReport, urls: ArticleUrls) => {
    if (file !== undefined) writeReport(path.resolve(file), made, urls);
  };
  const { report, diagnostics, notes } = await runBuild(
    { ...options, onProgress: progress.update, onReport },
    undefined,
    begun,
  );
  progress.clear();
  const shown = flags.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  printDiagnostics(shown, { folder: options.content, most: flags.quiet ? Number.POSITIVE_INFINITY : 20 });
  const commit = process.env.GITHUB_SHA ?? process.env.CI_COMMIT_SHA;
  recordBuild(path.resolve(options.cache), report, {
    at: Date.now(),
    ...(commit === undefined ? {} : { commit }),
  });
  if (!flags.quiet) process.stdout.write(`${[...notes, describeBuild(report, options.output)].join('\n')}\n`);
  if (flags.verify) {
    const { verifyBuild } = await import('../build/verify-build.ts');
    const differences = await verifyBuild(options);
    for (const { file, kind } of differences)
      process.stderr.write(`${path.join(options.output, file)}: ${kind}\n`);
    if (!flags.quiet)
      process.stdout.write(`Compared with a clean build: ${differences.length} differences.\n`);
    if (differences.length > 0) return 1;
  }
  const notices = noticeHosts(report);
  for (const { severity, text } of notices)
    if (severity === 'error' || !flags.quiet) process.stderr.write(`${severity}: ${text}\n`);
  if (notices.some(({ severity }) => severity === 'error')) return 1;
  return flags.strict && diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
