import { statSync } from 'node:fs';
import path from 'node:path';
import { beginCheck } from '../build/begin-check.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import { BUILD_FLAGS, toBuildOptions } from './build-flags.ts';
import { listChangedFiles } from './changed-files.ts';
import { readCommandLine, runCommand, UsageError } from './command-line.ts';
import { foldInfos } from './fold-infos.ts';
import { type DiagnosticFormat, formatDiagnostic } from './format-diagnostic.ts';
import { readSourceText } from './print-diagnostics.ts';

const USAGE = `
Usage: npm run -s check -- [flags]

Says what is wrong with the content, what was repaired and what could be better, without building. How serious a rule is
taken can be set in site.yaml, under "check"; docs/rules.md tells of each.

  --content DIR              articles and site.yaml (default: content)
  --cache DIR                what builds remember (default: .cache)
  --format pretty|github|json
                             for people, for GitHub's annotations, or for tools (default: pretty)
  --changed                  only files that git says changed and are not committed
  --since REVISION           only those that differ from the commit where the history parted from it, e.g. origin/main
  --all                      list every info too: else three of each rule are, and the rest is counted
  --workers N                worker processes (default: one for each core)

Exit status: 0 no errors, 1 errors, 2 wrong usage.
`;

const FORMATS: readonly DiagnosticFormat[] = ['pretty', 'github', 'json'];

await runCommand(USAGE, async (args) => {
  const { values } = readCommandLine(args, {
    content: BUILD_FLAGS.content,
    cache: BUILD_FLAGS.cache,
    workers: BUILD_FLAGS.workers,
    format: { type: 'string', default: 'pretty' },
    all: { type: 'boolean', default: false },
    changed: { type: 'boolean', default: false },
    since: { type: 'string' },
  });
  const format = FORMATS.find((known) => known === values.format);
  if (format === undefined)
    throw new UsageError(`--format takes ${FORMATS.join(', ')}, not "${values.format}".`);
  const { workers } = toBuildOptions({
    ...values,
    output: '_site',
    drafts: true,
    future: true,
    clean: false,
  });
  const changed =
    values.changed || values.since !== undefined ? listChangedFiles(values.content, values.since) : undefined;
  const options = { content: path.resolve(values.content), cache: path.resolve(values.cache), workers };
  // git is at work, and the store is summed up, while the code of a check loads. It says itself what is missing.
  const isFolder = statSync(options.content, { throwIfNoEntry: false })?.isDirectory() === true;
  const begun = isFolder ? beginCheck(options) : undefined;
  const { checkContent } = await import('../build/check-content.ts');
  const checked = await checkContent(options, begun);
  const diagnostics = checked.diagnostics.filter(({ file }) => changed?.has(file) ?? true);
  const placed = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: path.join(values.content, diagnostic.file),
  }));
  const { shown, hidden } =
    format !== 'json' && !values.all ? foldInfos(placed) : { shown: placed, hidden: [] };
  if (format === 'json') process.stdout.write(`${JSON.stringify(placed, null, 2)}\n`);
  else for (const diagnostic of shown) process.stdout.write(`${show(diagnostic, format)}\n`);
  if (format === 'pretty') {
    for (const [rule, count] of hidden)
      process.stdout.write(`… and ${count} more of ${rule}; --all lists them.\n`);
    process.stdout.write(`${summarize(changed?.size ?? checked.articles, diagnostics)}\n`);
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
});

function summarize(files: number, diagnostics: readonly Diagnostic[]): string {
  const count = (level: Severity) =>
    describeCount(level, diagnostics.filter(({ severity }) => severity === level).length);
  return `${describeCount('article', files)} checked: ${count('error')}, ${count('warning')}, ${count('info')}.`;
}

function describeCount(thing: string, count: number): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function show(diagnostic: Diagnostic, format: DiagnosticFormat): string {
  const terminal = process.stdout.isTTY === true;
  const source = format === 'pretty' && terminal ? readSourceText(diagnostic.file) : undefined;
  return formatDiagnostic(diagnostic, {
    format,
    colors: terminal && process.env.NO_COLOR === undefined,
    ...(source === undefined ? {} : { source }),
  });
}
