import { readFileSync, statSync } from 'node:fs';
import type { Diagnostic } from '../diagnostic.ts';
import { decodeFeed } from '../import/decode-feed.ts';
import { reportImport } from '../import/import-rules.ts';
import { readFeedArticles } from '../import/read-feed-articles.ts';
import { fetchGuarded } from '../network/fetch-guarded.ts';
import { ArticleShelf, articlesFolder } from './article-shelf.ts';
import { type ImportJob, type ImportOutcome, tellOutcome } from './import-job.ts';
import { ImportTally } from './import-tally.ts';

/** A feed to import: an http(s) address or a file. */
export interface FeedSource {
  readonly from: string;
  /** From parent to child; empty: the feed's title. */
  readonly category: readonly string[];
}

/** A feed as it came. */
interface LoadedFeed {
  readonly source: FeedSource;
  /** Absent: it did not come; the diagnostics say why. */
  readonly text?: string;
  /** Its own address, after redirects. */
  readonly url?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Feeds that are asked for at the same time. They are on different hosts, as a rule. */
const AT_ONCE = 4;

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1';

const TOP = Object.freeze({ line: 1, column: 1 });

/**
 * Imports feeds, in their order. One that fails does not stop the others.
 *
 * @returns The exit status: 1 when something could not be imported.
 */
export async function importFeeds(sources: readonly FeedSource[], job: ImportJob): Promise<number> {
  const shelf = await ArticleShelf.open(await articlesFolder(job.content), job.shelf);
  let isWhole = true;
  for (let first = 0; first < sources.length; first += AT_ONCE) {
    const batch = sources.slice(first, first + AT_ONCE);
    for (const loaded of await Promise.all(batch.map((source) => loadFeed(source, job)))) {
      isWhole = tellOutcome(importFeed(loaded, shelf, job), job) && isWhole;
    }
  }
  return isWhole ? 0 : 1;
}

/** Gets a feed's text, from the network or a file. It does not throw for what a server does. */
async function loadFeed(source: FeedSource, job: ImportJob): Promise<LoadedFeed> {
  const { from } = source;
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(from)) return loadFile(source, job);
  const fetched = await fetchGuarded(from, {
    limits: job.limits,
    allowPrivate: job.allowPrivate,
    accept: ACCEPT,
  });
  if (!fetched.ok)
    return { source, diagnostics: [reportImport('unreachable-feed', from, TOP, fetched.message)] };
  const diagnostics: Diagnostic[] = [];
  if (!fetched.complete)
    diagnostics.push(reportImport('cut-connection', from, TOP, 'The connection broke off.'));
  if (fetched.movedTo !== undefined)
    diagnostics.push(reportImport('moved-feed', from, TOP, `The feed has moved to ${fetched.movedTo}.`));
  const text = decodeFeed(fetched.bytes, fetched.contentType);
  return { source, text, url: fetched.url, diagnostics };
}

function loadFile(source: FeedSource, { limits }: ImportJob): LoadedFeed {
  const { from } = source;
  const found = statSync(from, { throwIfNoEntry: false });
  const size = found?.isFile() ? found.size : undefined;
  if (size === undefined || size > limits.bytes) {
    const message =
      size === undefined
        ? `There is no such file${found === undefined ? '' : ': it is a folder'}.`
        : `It has ${size} bytes; the limit is ${limits.bytes}.`;
    const hint =
      size === undefined
        ? 'Name a file, or an address that begins with https://.'
        : 'Raise the limit with --max-bytes.';
    return { source, diagnostics: [{ ...reportImport('unreachable-feed', from, TOP, message), hint }] };
  }
  return { source, text: decodeFeed(readFileSync(from)), diagnostics: [] };
}

/** Puts the articles of a feed on the shelf. */
function importFeed({ source, ...loaded }: LoadedFeed, shelf: ArticleShelf, job: ImportJob): ImportOutcome {
  const { text, url } = loaded;
  const outcome = { name: source.from, tally: new ImportTally() };
  if (text === undefined) return { ...outcome, ok: false, diagnostics: loaded.diagnostics };
  const read = readFeedArticles(text, {
    name: source.from,
    ...(url === undefined ? {} : { feed: url }),
    category: source.category,
    timeZone: job.config.timeZone,
    language: job.config.language,
  });
  const diagnostics = [...loaded.diagnostics, ...read.diagnostics];
  if (!read.ok) return { ...outcome, ok: false, diagnostics };
  const guids = new Set(read.articles.flatMap(({ guid }) => guid ?? []));
  for (const article of read.articles) {
    const place = { folders: article.categories[0] ?? [], name: article.title };
    outcome.tally.add(shelf.put(article, place, guids));
  }
  return { ...outcome, ok: true, diagnostics };
}
