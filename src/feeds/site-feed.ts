import type { SiteConfig } from '../content/site-config.ts';
import { absoluteUrl, href, outputPath } from '../site/link.ts';
import { renderAtom } from './atom.ts';
import { FEED_FILES, type Feed, lastChange } from './feed.ts';
import { type FeedEntry, identifyEntry } from './feed-entry.ts';
import { FEED_STYLE, type FeedHead } from './feed-head.ts';
import { fitFeed } from './fit-feed.ts';
import { renderJsonFeed } from './json-feed.ts';
import type { OutputFile } from './output-file.ts';
import { renderRss } from './rss.ts';

/** A way to write a feed. */
interface FeedFormat {
  readonly file: string;
  readonly render: (head: FeedHead, entries: readonly FeedEntry[]) => string;
}

const FORMATS: readonly FeedFormat[] = Object.freeze([
  { file: FEED_FILES.rss, render: renderRss },
  { file: FEED_FILES.atom, render: renderAtom },
  { file: FEED_FILES.json, render: renderJsonFeed },
]);

/** A feed in each of its formats. @param listEntries - Called when a file is made: its articles, with their bodies. */
export function listFormats(
  feed: Feed,
  config: SiteConfig,
  listEntries: () => readonly FeedEntry[],
): readonly OutputFile[] {
  const { title, description, url, articles } = feed;
  const { url: siteUrl, basePath, language, author, feeds } = config;
  const key = [title, description, url, siteUrl, basePath, language, author, String(feeds.fullText)];
  key.push(...articles.map(identifyEntry));
  return FORMATS.map(
    (format) => new SiteFeedFile(feed, format, { config, listEntries, key: key.join('\0') }),
  );
}

interface SiteFeedSource {
  readonly config: SiteConfig;
  readonly listEntries: () => readonly FeedEntry[];
  readonly key: string;
}

class SiteFeedFile implements OutputFile {
  readonly path: string;
  readonly key: string;
  readonly #feed: Feed;
  readonly #format: FeedFormat;
  readonly #source: SiteFeedSource;

  constructor(feed: Feed, format: FeedFormat, source: SiteFeedSource) {
    this.path = outputPath(feed.url + format.file);
    this.key = `${format.file}\0${source.key}`;
    this.#feed = feed;
    this.#format = format;
    this.#source = source;
  }

  get contents(): string {
    const { title, description, url, articles } = this.#feed;
    const { config, listEntries } = this.#source;
    const updated = lastChange(articles);
    const head: FeedHead = {
      title,
      description,
      homeUrl: absoluteUrl(config.url, url),
      selfUrl: absoluteUrl(config.url, url + this.#format.file),
      language: config.language,
      author: config.author,
      styleUrl: href(config.basePath, FEED_STYLE),
      ...(updated !== undefined && { updated }),
    };
    return fitFeed(listEntries(), (kept) => this.#format.render(head, kept));
  }
}
