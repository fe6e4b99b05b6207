import path from 'node:path';
import { refuseMistypedFolder } from '../build/open-content.ts';
import { readSiteConfig } from '../build/read-site-config.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { BUILD_FLAGS } from './build-flags.ts';
import { readCommandLine, readWholeNumber, runCommand, UsageError } from './command-line.ts';
import { type FeedSource, importFeeds } from './import-feed.ts';
import { importHexo } from './import-hexo.ts';
import type { ImportJob } from './import-job.ts';
import { importWordpress } from './import-wordpress.ts';

const USAGE = `
Usage: npm run -s import -- SOURCE [flags]

Makes articles of what is elsewhere. What was imported before is brought up to date, not doubled; what was edited by hand
since is left alone.

  hexo DIR            a Hexo site: posts, pages, pictures, and the addresses of all of them
  feed URL-or-FILE    an RSS, Atom or JSON feed
  feeds               the feeds of feeds.sources in site.yaml
  wordpress FILE      a WordPress export (WXR)

  --category A/B/C    where articles of the feed are filed (default: the feed's title)
  --content DIR       the content folder (default: content)
  --overwrite         follow the source even where an article was edited by hand
  --dry-run           write nothing, only say what would be
  --allow-private     ask addresses too that are not of the public Internet (127.0.0.1, 10.…, 192.168.…)
  --max-bytes N       largest feed (default: 33554432, 32 MiB)
  --timeout N         seconds for each feed, redirects included (default: 60)
  --quiet             name only sources and faults, no files

Exit status: 0 all imported, 1 a source failed or an item was lost (all else is imported), 2 wrong usage.
`;

/** Redirects of one address that are followed. */
const REDIRECTS = 5;

await runCommand(USAGE, async (args) => {
  const { values, positionals } = readCommandLine(
    args,
    {
      content: BUILD_FLAGS.content,
      category: { type: 'string' },
      overwrite: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      'allow-private': { type: 'boolean', default: false },
      'max-bytes': { type: 'string', default: String(32 * 1024 * 1024) },
      timeout: { type: 'string', default: '60' },
      quiet: { type: 'boolean', default: false },
    },
    { takesWords: true },
  );
  const [kind = '', target] = positionals;
  const category = readCategory(values.category);
  const content = path.resolve(values.content);
  refuseMistypedFolder(content);
  const job: ImportJob = {
    content,
    config: readSiteConfig(values.content).config,
    shelf: { now: Date.now(), overwrite: values.overwrite, dryRun: values['dry-run'] },
    limits: {
      bytes: readWholeNumber('max-bytes', values['max-bytes'], { min: 1000, max: 999_999_999 }),
      ms: readWholeNumber('timeout', values.timeout, { min: 1, max: 3600 }) * 1000,
      redirects: REDIRECTS,
    },
    allowPrivate: values['allow-private'],
    quiet: values.quiet,
  };
  expectWords(kind, positionals.length - 1);
  if (category.length > 0 && kind !== 'feed') throw new UsageError('--category belongs to "feed".');
  switch (kind) {
    case 'hexo':
      return importHexo(target!, job);
    case 'wordpress':
      return importWordpress(target!, job);
    case 'feed':
      return importFeeds([{ from: target!, category }], job);
    case 'feeds':
      return importFeeds(listSources(job.config), job);
    default:
      throw new UsageError(
        kind === ''
          ? 'Say what to import: hexo, feed, feeds or wordpress.'
          : `"${kind}" is not hexo, feed, feeds or wordpress.`,
      );
  }
});

function expectWords(kind: string, given: number): void {
  const wanted = { hexo: 1, feed: 1, feeds: 0, wordpress: 1 }[kind];
  if (wanted === undefined || given === wanted) return;
  const what = { hexo: 'a folder', feed: 'an address or a file', wordpress: 'a file' }[kind];
  throw new UsageError(
    what === undefined ? `"${kind}" takes nothing behind it.` : `"${kind}" takes ${what}.`,
  );
}

function readCategory(text = ''): readonly string[] {
  return text
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function listSources({ feeds }: SiteConfig): readonly FeedSource[] {
  if (feeds.sources.length === 0)
    throw new UsageError('site.yaml lists no feeds: add feeds.sources, a list of {url, category}.');
  return feeds.sources.map(({ url, category }) => ({ from: url, category }));
}
