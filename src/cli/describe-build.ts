import type { BuildReport } from '../build/build-report.ts';
import { describeSize } from './describe-hosts.ts';

/** The closing summary of a build, a few lines: what was read and published, what was written, time and memory. */
export function describeBuild(report: BuildReport, output: string): string {
  const { articles, pages } = report;
  const held = [
    articles.drafts > 0 ? count(articles.drafts, 'draft') : '',
    articles.future > 0 ? `${articles.future} in the future` : '',
    articles.quarantined > 0 ? `${articles.quarantined} quarantined` : '',
  ].filter((part) => part !== '');
  const seconds = ((report.durationMs.total ?? 0) / 1000).toFixed(1);
  const megabytes = Math.round(report.peakMemoryBytes / 1024 / 1024);
  return [
    `Read ${count(articles.read, 'article')}, published ${articles.published}${held.length > 0 ? ` (${held.join(', ')})` : ''}, reused ${report.reused}.`,
    `Pages and files: ${pages.written} written, ${pages.unchanged} unchanged, ${pages.removed} removed, in ${output}`,
    describeSize(report),
    `${seconds} s, ${megabytes} MB at the peak.`,
  ].join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
