import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { UrlsByFile } from '../build/article-urls.ts';
import { attachStore } from '../build/lmdb-store.ts';
import { readMarker } from '../build/output-marker.ts';
import { readSiteConfig } from '../build/read-site-config.ts';
import { storeFile } from '../build/store-file.ts';
import { OutputFolder } from '../build/write-output.ts';
import { checkLinks, describeLinkFault, type FindSource, type LinkReport } from '../links/check-links.ts';
import { readHtmlLinks } from '../links/read-html-links.ts';
import type { BuiltSite } from '../links/resolve-link.ts';
import { outputPath } from '../site/link.ts';
import { BUILD_FLAGS } from './build-flags.ts';
import { readCommandLine, readWholeNumber, runCommand, UsageError } from './command-line.ts';
import { formatDiagnostic } from './format-diagnostic.ts';
import { readReport } from './read-report.ts';
import { sampleExternalLinks } from './sample-external-links.ts';

const USAGE = `
Usage: npm run -s links -- [flags]

Checks every address in a built site: links, anchors, pictures, scripts, styles, feeds and sitemaps.

  --output DIR      the built site (default: _site)
  --content DIR     for the names of articles, and the site's address if no page tells it (default: content)
  --cache DIR       what builds and this command remember (default: .cache)
  --report FILE     the build's report, which names the articles behind the pages (default: the cache's)
  --format pretty|json
                    for people, or for tools (default: pretty)
  --external        ask other sites too, politely: some links each time, one at a time for each host
  --sample N        links asked each time, those first that were not asked the longest (default: 100)
  --allow-private   ask addresses too that are not of the public Internet

Exit status: 0 no broken link, 1 broken links, 2 wrong usage.
`;

await runCommand(USAGE, async (args) => {
  const { values } = readCommandLine(args, {
    output: BUILD_FLAGS.output,
    content: BUILD_FLAGS.content,
    cache: BUILD_FLAGS.cache,
    report: { type: 'string' },
    format: { type: 'string', default: 'pretty' },
    external: { type: 'boolean', default: false },
    sample: { type: 'string', default: '100' },
    'allow-private': { type: 'boolean', default: false },
  });
  if (values.format !== 'pretty' && values.format !== 'json')
    throw new UsageError(`--format takes pretty or json, not "${values.format}".`);
  const sample = readWholeNumber('sample', values.sample, { min: 1, max: 100_000 });
  const root = path.resolve(values.output);
  if (!existsSync(path.join(root, 'index.html')))
    throw new UsageError(`There is no built site in ${root}; run "npm run build" first.`);
  const findSource = await readSources(values.report, values.cache, values.content);
  const site = readSite(root, values.content);
  const report = checkLinks(site, (file) => readFileSync(path.join(root, file), 'utf8'));
  const outside = values.external
    ? await sampleExternalLinks(report.external, {
        cacheFile: path.join(values.cache, 'external-links.json'),
        sample,
        allowPrivate: values['allow-private'],
        now: Date.now(),
      })
    : { faults: [], asked: 0 };
  const faults = [...report.faults, ...outside.faults].map((fault) => {
    const diagnostic = describeLinkFault(fault, findSource);
    return { ...diagnostic, file: path.join(values.output, diagnostic.file) };
  });
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  if (values.format === 'json') process.stdout.write(`${JSON.stringify(faults, null, 2)}\n`);
  else {
    for (const fault of faults) process.stdout.write(`${formatDiagnostic(fault, { format: 'pretty' })}\n`);
    const asked = values.external
      ? ` ${outside.asked} of ${report.external.size} links to other sites asked.`
      : '';
    process.stdout.write(
      `${describeCheck(report)} ${errors} errors, ${faults.length - errors} warnings.${asked}\n`,
    );
  }
  return errors > 0 ? 1 : 0;
});

function describeCheck({ files, links }: LinkReport): string {
  return `${links} links in ${files} files checked:`;
}

/** The site's files, and its address: what the home page says of itself, else `site.yaml`. */
function readSite(root: string, content: string): BuiltSite {
  const files = new Set(new OutputFolder(root).list());
  const { canonical } = readHtmlLinks(readFileSync(path.join(root, 'index.html'), 'utf8'));
  if (canonical !== undefined && URL.canParse(canonical)) return { url: new URL('.', canonical).href, files };
  if (existsSync(path.join(content, 'site.yaml'))) return { url: readSiteConfig(content).config.url, files };
  return { url: `http://localhost${readMarker(root)?.basePath ?? '/'}`, files };
}

/** Which article a page is made of, by the report of the build. */
async function readSources(file: string | undefined, cache: string, content: string): Promise<FindSource> {
  const urls = file === undefined ? await urlsOfLastBuild(cache) : readReport(file).urls;
  const sources = new Map(
    Object.entries(urls).map(([source, url]) => [outputPath(url), path.join(content, source)]),
  );
  return (page) => sources.get(page);
}

async function urlsOfLastBuild(cache: string): Promise<UrlsByFile> {
  if (!existsSync(storeFile(path.resolve(cache)))) return {};
  const store = attachStore(path.resolve(cache));
  try {
    return store.getLastOutcome()?.urls.byFile ?? {};
  } finally {
    await store.close();
  }
}
