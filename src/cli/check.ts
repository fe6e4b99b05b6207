import path from 'node:path';
import { checkContent } from '../build/check-content.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { BUILD_FLAGS, toBuildOptions } from './build-flags.ts';
import { readCommandLine, runCommand, UsageError } from './command-line.ts';
import { type DiagnosticFormat, formatDiagnostic } from './format-diagnostic.ts';
import { readSourceText } from './print-diagnostics.ts';

const USAGE = `
Usage: npm run -s check -- [flags]

Says what is wrong with the content, and what was repaired, without building.

  --content DIR              articles and site.yaml (default: content)
  --cache DIR                what builds remember (default: .cache)
  --format pretty|github|json
                             for people, for GitHub's annotations, or for tools (default: pretty)
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
  const { diagnostics, articles } = await checkContent({
    content: path.resolve(values.content),
    cache: path.resolve(values.cache),
    workers,
  });
  const placed = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: path.join(values.content, diagnostic.file),
  }));
  if (format === 'json') process.stdout.write(`${JSON.stringify(placed, null, 2)}\n`);
  else for (const diagnostic of placed) process.stdout.write(`${show(diagnostic, format)}\n`);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (format === 'pretty') {
    process.stdout.write(
      `${articles} articles checked: ${errors} errors, ${diagnostics.length - errors} warnings.\n`,
    );
  }
  return errors > 0 ? 1 : 0;
});

function show(diagnostic: Diagnostic, format: DiagnosticFormat): string {
  const terminal = process.stdout.isTTY === true;
  const source = format === 'pretty' && terminal ? readSourceText(diagnostic.file) : undefined;
  return formatDiagnostic(diagnostic, {
    format,
    colors: terminal && process.env.NO_COLOR === undefined,
    ...(source === undefined ? {} : { source }),
  });
}
