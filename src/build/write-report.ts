import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildReport } from './build-report.ts';

/** Writes the report as JSON. @param file - Where; its folder is there. */
export function writeReport(file: string, report: BuildReport): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
