import { Markup } from '../../layouts/jsx/markup.ts';
import { createDayReader } from '../site/site-calendar.ts';
import { countCategories } from './count-categories.ts';
import { countDays, type DayCount } from './count-days.ts';
import { Figure } from './figure.tsx';
import { Findings } from './findings.tsx';
import { HostLimits } from './host-limits.tsx';
import { formatBytes, formatNumber } from './host-words.ts';
import {
  listReuse,
  listStages,
  nameBuild,
  plotDays,
  plotReuse,
  plotRules,
  plotStages,
  plotWeights,
  REUSES,
  SHOWN_BUILDS,
} from './plots.ts';
import { REPORT_STYLE } from './report-style.ts';
import type { SiteFacts } from './site-facts.ts';
import { tallyRules } from './tally-rules.ts';
import { drawTreemap, NO_CATEGORY, rankTops } from './treemap.ts';
import { nameBucket, weighPages } from './weigh-pages.ts';

/** The report on a site and its builds: one HTML file that asks for nothing else. */
export function renderReport(facts: SiteFacts): string {
  return `<!doctype html>\n${(<ReportPage facts={facts} />).html}\n`;
}

function ReportPage({ facts }: { readonly facts: SiteFacts }): Markup {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`Report: ${facts.title}`}</title>
        <style>{new Markup(REPORT_STYLE)}</style>
      </head>
      <body>
        <Head facts={facts} />
        <main>
          <Articles facts={facts} />
          <Pages facts={facts} />
          <Builds facts={facts} />
          <Rules facts={facts} />
        </main>
      </body>
    </html>
  );
}

function Head({ facts }: { readonly facts: SiteFacts }): Markup {
  const { title, url, report, builds, transfer } = facts;
  const last = builds.at(-1);
  const tiles: readonly (readonly [name: string, value: string, isBad?: boolean])[] = [
    ['published', formatNumber(report.articles.published)],
    ['quarantined', formatNumber(report.articles.quarantined), report.articles.quarantined > 0],
    ['files', formatNumber(report.site.files)],
    ['size', formatBytes(report.site.bytes)],
    ['last build', formatSeconds((last?.durationMs ?? report.durationMs).total)],
    ['memory', formatBytes(last?.peakMemoryBytes ?? report.peakMemoryBytes)],
    ['page, as sent', formatBytes(transfer.median)],
  ];
  return (
    <header>
      <h1>{title}</h1>
      <p>
        <a href={url}>{url}</a>
        {last === undefined
          ? null
          : ` · built ${new Date(last.at).toISOString().slice(0, 16).replace('T', ' ')} UTC`}
        {last?.commit === undefined ? null : ` · ${last.commit.slice(0, 12)}`}
      </p>
      <dl class="tiles">
        {tiles.map(([name, value, isBad]) => (
          <div class={isBad ? 'bad' : undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function Articles({ facts }: { readonly facts: SiteFacts }): Markup | null {
  if (facts.articles.length === 0) return null;
  const { sources, days, months } = countDays(facts.articles, createDayReader(facts.timeZone));
  const categories = countCategories(facts.articles);
  const isLong = new Set(months.map(({ day }) => day.getTime())).size > 1;
  return (
    <>
      <Figure
        id="days"
        title="Articles a day"
        caption={`The 90 days up to the newest article, by source. Days are those of ${facts.timeZone}.`}
        plot={plotDays(days, { sources }, 'day')}
        legend={sources}
        table={tabulateDays(days, 'day')}
      />
      {isLong ? (
        <Figure
          id="months"
          title="Articles a month"
          caption="All time, by source."
          plot={plotDays(months, { sources }, 'month')}
          legend={sources}
          table={tabulateDays(months, 'month')}
        />
      ) : null}
      <Figure
        id="categories"
        title="Categories"
        caption="Each area is as large as the number of articles filed there; one colour for each top category."
        plot={(width) => drawTreemap(categories, { width, height: width < 500 ? 480 : 420 })}
        legend={rankTops(categories)}
        table={{
          columns: ['category', 'articles'],
          rows: categories.map(({ path, count }) => [path.join(' › ') || NO_CATEGORY, count]),
        }}
      />
    </>
  );
}

function tabulateDays(rows: readonly DayCount[], interval: 'day' | 'month') {
  return {
    columns: [interval, 'source', 'articles'],
    rows: rows
      .toReversed()
      .map(({ day, source, count }) => [
        day.toISOString().slice(0, interval === 'day' ? 10 : 7),
        source,
        count,
      ]),
  };
}

function Pages({ facts }: { readonly facts: SiteFacts }): Markup {
  const { pages, transfer, report } = facts;
  const buckets = weighPages(pages);
  const sent = `As sent (gzip), a page is ${formatBytes(transfer.median)} at the median and ${formatBytes(transfer.most)} at 95 %, measured on ${transfer.sample}; styles and scripts, fetched once, are ${formatBytes(transfer.assets)}.`;
  return (
    <>
      <Figure
        id="weights"
        title="Weight of pages"
        caption={`HTML as it lies in the output folder. ${sent}`}
        plot={plotWeights(buckets)}
        legend={['articles', 'other pages']}
        table={{
          columns: ['weight', 'kind', 'pages'],
          rows: buckets.map((bucket) => [nameBucket(bucket), bucket.kind, bucket.count]),
        }}
      />
      <section aria-labelledby="hosts">
        <h2 id="hosts">Room at the host</h2>
        <p class="caption">
          {report.hosts.some(({ chosen }) => chosen)
            ? 'Use of what the hosts of site.yaml allow.'
            : 'site.yaml names no hosts; this is what the known ones would say.'}
        </p>
        <HostLimits hosts={report.hosts} />
      </section>
    </>
  );
}

function Builds({ facts }: { readonly facts: SiteFacts }): Markup | null {
  const builds = facts.builds.slice(-SHOWN_BUILDS);
  if (builds.length === 0) return null;
  const stages = listStages(builds);
  return (
    <>
      <Figure
        id="stages"
        title="Time of builds"
        caption={`The last ${builds.length} of this cache, by stage. Times are UTC.`}
        plot={plotStages(builds)}
        legend={stages}
        table={{
          columns: ['build', ...stages.map((stage) => `${stage}, s`), 'total, s', 'memory'],
          rows: builds
            .toReversed()
            .map((build) => [
              nameBuild(build),
              ...[...stages, 'total'].map((stage) => ((build.durationMs[stage] ?? 0) / 1000).toFixed(1)),
              formatBytes(build.peakMemoryBytes),
            ]),
        }}
      />
      <Figure
        id="reuse"
        title="Taken from the cache"
        caption="The share of articles that were not cleaned again, and of files that were not written again."
        plot={plotReuse(builds)}
        legend={REUSES}
        table={{
          columns: ['build', 'what', '%'],
          rows: listReuse(builds)
            .toReversed()
            .map(({ build, what, percent }) => [nameBuild(builds[build]!), what, Math.round(percent)]),
        }}
      />
    </>
  );
}

function Rules({ facts }: { readonly facts: SiteFacts }): Markup {
  const tallies = tallyRules(facts.report);
  if (tallies.length === 0) {
    return (
      <section aria-labelledby="rules">
        <h2 id="rules">Quarantine and repairs</h2>
        <p class="caption">Nothing was found wrong, and nothing had to be repaired.</p>
      </section>
    );
  }
  return (
    <>
      <Figure
        id="rules"
        title="Quarantine and repairs"
        caption="By rule. What is quarantined is not published; all else is, as it was repaired."
        plot={plotRules(tallies)}
        table={{
          columns: ['rule', 'effect', 'times'],
          rows: tallies.map(({ rule, effect, count }) => [rule, effect, count]),
        }}
      />
      <section aria-label="Files">
        <Findings tallies={tallies} findSource={facts.findSource} />
      </section>
    </>
  );
}

function formatSeconds(ms = 0): string {
  return ms < 100 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
