import { readFileSync, statSync } from 'node:fs';
import * as z from 'zod';
import type { WrittenReport } from '../build/build-report.ts';
import { UsageError } from './command-line.ts';

const entries = z.array(
  z.looseObject({
    file: z.string(),
    line: z.number(),
    column: z.number(),
    rule: z.string(),
    message: z.string(),
  }),
);
const number = z.number();
const strings = z.array(z.string());

/** What commands read of a report; whatever else is in it is let pass. */
const reportSchema = z.looseObject({
  articles: z.looseObject({
    read: number,
    published: number,
    drafts: number,
    future: number,
    quarantined: number,
  }),
  quarantine: entries,
  warnings: entries,
  urls: z.record(z.string(), z.string().startsWith('/')),
  pages: z.looseObject({ written: number, unchanged: number, removed: number }),
  changes: z.looseObject({ written: strings, removed: strings }),
  site: z.looseObject({ files: number, entries: number, bytes: number }),
  hosts: z.array(z.looseObject({ host: z.string(), limits: z.array(z.looseObject({})) })),
  reused: number,
  slowest: z.array(z.looseObject({ file: z.string() })),
  durationMs: z.record(z.string(), number),
  peakMemoryBytes: number,
});

/**
 * Reads what `build --report FILE` wrote.
 *
 * @throws UsageError when there is no such file, or it is something else.
 */
export function readReport(file: string): WrittenReport {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined)
    throw new UsageError(`There is no report ${file}; "npm run build -- --report FILE" writes one.`);
  if (found.isDirectory()) throw new UsageError(`${file} is a folder, not the report of a build.`);
  const text = readFileSync(file, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (reportSchema.safeParse(value).success) return value as WrittenReport;
  throw new UsageError(`${file} is no report of a build; name the one that "build --report" wrote.`);
}
