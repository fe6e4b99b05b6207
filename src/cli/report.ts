import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attachStore } from '../build/lmdb-store.ts';
import { readSiteConfig } from '../build/read-site-config.ts';
import type { Store } from '../build/store.ts';
import { storeFile } from '../build/store-file.ts';
import { renderSummary } from '../report/render-summary.ts';
import { BUILD_FLAGS } from './build-flags.ts';
import { readCommandLine, runCommand, UsageError } from './command-line.ts';
import { createSourceLinks, repositoryUrlOfCi } from './find-source.ts';
import { type FactSources, gatherFacts } from './gather-facts.ts';
import { readReport } from './read-report.ts';

const USAGE = `
Usage: npm run -s report -- [flags]

Makes a page about the site and its builds: one file with plots and their numbers, which asks for nothing else.

  --page FILE        where the page is written (default: report.html in the cache)
  --format html|markdown
                     the page, or a summary for CI on standard output (default: html)
  --report FILE      the outcome of the build, as build --report wrote it (default: the cache's)
  --source-url URL   where files of the repository can be looked at (default: as GitHub's and GitLab's CI say, else this disk)
  --content DIR      articles and site.yaml (default: content)
  --output DIR       the built site (default: _site)
  --cache DIR        what builds remember (default: .cache)

Exit status: 0 done, 2 wrong usage.
`;

await runCommand(USAGE, async (args) => {
  const { values } = readCommandLine(args, {
    page: { type: 'string' },
    format: { type: 'string', default: 'html' },
    report: { type: 'string' },
    'source-url': { type: 'string' },
    content: BUILD_FLAGS.content,
    output: BUILD_FLAGS.output,
    cache: BUILD_FLAGS.cache,
  });
  const { content, format } = values;
  if (format !== 'html' && format !== 'markdown')
    throw new UsageError(`--format takes html or markdown, not "${format}".`);
  const cache = path.resolve(values.cache);
  const page = path.resolve(values.page ?? path.join(cache, 'report.html'));
  const repositoryUrl = readSourceUrl(values['source-url']) ?? repositoryUrlOfCi(process.env);
  const findSource = createSourceLinks({ content, repositoryUrl, from: path.dirname(page) });
  if (format === 'markdown' && values.report !== undefined) {
    process.stdout.write(`${renderSummary(readReport(values.report), { findSource })}\n`);
    return 0;
  }
  if (!existsSync(storeFile(cache)))
    throw new UsageError(`No build is remembered in ${cache}; run "npm run build" first.`);
  const store = attachStore(cache);
  try {
    const outcome = values.report === undefined ? recallOutcome(store) : readOutcome(values.report);
    if (outcome === undefined)
      throw new UsageError('The last build did not end well, and is not remembered; name its --report.');
    if (format === 'markdown') {
      process.stdout.write(`${renderSummary(outcome.report, { findSource })}\n`);
      return 0;
    }
    const { renderReport } = await import('../report/report-page.tsx');
    const { config } = readSiteConfig(content);
    const facts = gatherFacts({
      config,
      ...outcome,
      store,
      output: path.resolve(values.output),
      cache,
      findSource,
    });
    mkdirSync(path.dirname(page), { recursive: true });
    writeFileSync(page, renderReport(facts));
    process.stdout.write(`${page}\n`);
    return 0;
  } finally {
    await store.close();
  }
});

type Outcome = Pick<FactSources, 'report' | 'urls'>;

function recallOutcome(store: Store): Outcome | undefined {
  const last = store.getLastOutcome();
  return last && { report: last.report, urls: last.urls.byFile };
}

function readOutcome(file: string): Outcome {
  const { urls, ...report } = readReport(file);
  return { report, urls };
}

function readSourceUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new UsageError(`--source-url takes an address that begins with https://, not "${url}".`);
  return url.endsWith('/') ? url : `${url}/`;
}
