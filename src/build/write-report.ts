import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ArticleUrls } from './article-urls.ts';
import type { BuildReport } from './build-report.ts';

/** Writes the report as JSON, see `WrittenReport`. @param file - Where; its folder is made when it is not there. */
export function writeReport(file: string, report: BuildReport, urls: ArticleUrls): void {
  const told = JSON.stringify(report, null, 2).slice(0, -'\n}'.length);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${told},\n  "urls": `);
  appendFileSync(file, urls.spelled);
  appendFileSync(file, '\n}\n');
}
