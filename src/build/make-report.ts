import type { ArrangedSite } from './arrange-content.ts';
import { type BuildReport, toEntry } from './build-report.ts';
import { compareWithHosts, measureSite } from './host-budget.ts';
import type { Done, OutputWork } from './output-work.ts';

/** The report of a build that has been carried out. @param measured - What only the build itself knows. */
export function makeReport(
  site: ArrangedSite,
  { records }: OutputWork,
  { written, removed }: Done,
  measured: Pick<BuildReport, 'durationMs' | 'peakMemoryBytes' | 'slowest'>,
): BuildReport {
  const size = measureSite(new Map(records.all()));
  return {
    articles: site.counts,
    quarantine: site.quarantine.map(toEntry),
    warnings: site.warnings.map(toEntry),
    urls: site.urls,
    pages: {
      written: written.length,
      unchanged: records.size - written.length,
      removed: removed.length,
    },
    changes: { written, removed },
    site: size,
    hosts: compareWithHosts(size, site.config.hosts),
    reused: site.reused,
    ...measured,
  };
}
