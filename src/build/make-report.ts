import type { ArrangedSite } from './arrange-content.ts';
import { type BuildReport, toEntry } from './build-report.ts';
import { compareWithHosts } from './host-budget.ts';
import { measureSite } from './measure-site.ts';
import type { Done } from './output-work.ts';
import type { SpelledOutputs } from './store.ts';

/** The report of a build that has been carried out. @param measured - What only the build itself knows. */
export function makeReport(
  site: ArrangedSite,
  { bytes: lines }: Pick<SpelledOutputs, 'bytes'>,
  { written, removed }: Done,
  measured: Pick<BuildReport, 'durationMs' | 'peakMemoryBytes' | 'slowest'>,
): BuildReport {
  const size = measureSite(lines);
  return {
    articles: site.counts,
    quarantine: site.quarantine.map(toEntry),
    warnings: site.warnings.map(toEntry),
    pages: {
      written: written.length,
      unchanged: size.files - written.length,
      removed: removed.length,
    },
    changes: { written, removed },
    site: size,
    hosts: compareWithHosts(size, site.config.hosts),
    reused: site.reused,
    ...measured,
  };
}
