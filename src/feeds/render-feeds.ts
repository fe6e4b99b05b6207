import type { SiteConfig } from '../content/site-config.ts';
import type { SafeHtml } from '../html/safe-html.ts';
import { absoluteUrl, href, outputPath } from '../site/link.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import { makeUrlsAbsolute } from './absolute-html.ts';
import { renderAtom } from './atom.ts';
import { defineFeeds, FEED_FILES, type Feed, lastChange } from './feed.ts';
import { type FeedEntry, makeFeedEntry } from './feed-entry.ts';
import { FEED_STYLE, type FeedHead } from './feed-head.ts';
import { fitFeed } from './fit-feed.ts';
import { renderJsonFeed } from './json-feed.ts';
import { renderNewsSitemap } from './news-sitemap.ts';
import { renderOpml } from './opml.ts';
import type { OutputFile } from './output-file.ts';
import { type BodyLookup, listProjectFeeds } from './project-feeds.ts';
import { renderProjectGraph } from './project-graph.ts';
import { renderRobots } from './robots.ts';
import { renderRss } from './rss.ts';
import { renderSitemap } from './sitemap.ts';

export interface FeedsInput {
  readonly site: Site;
  readonly config: SiteConfig;
  /** By body digest: those of `feedArticles`. An article whose body is missing is shown by its excerpt. */
  readonly bodies: ReadonlyMap<string, SafeHtml>;
  /** For the feeds of projects. Default: there is none. */
  readonly findBody?: BodyLookup;
}

const FORMATS = Object.freeze([
  { file: FEED_FILES.rss, render: renderRss },
  { file: FEED_FILES.atom, render: renderAtom },
  { file: FEED_FILES.json, render: renderJsonFeed },
]);

/** The articles whose bodies `renderFeeds` wants, each once; none when feeds hold excerpts only. */
export function feedArticles(site: Site, config: SiteConfig): readonly SiteArticle[] {
  if (!config.feeds.fullText) return [];
  return [...new Set(defineFeeds(site, config).flatMap(({ articles }) => articles))];
}

/**
 * Everything that is for programs to read: the feeds of the site and of each top category in RSS 2.0, Atom 1.0 and JSON Feed
 * 1.1, their list as OPML, the feeds of projects and their graph, the sitemap, the news sitemap and robots.txt. Depends on the content only, not on the clock.
 */
export function renderFeeds({
  site,
  config,
  bodies,
  findBody = () => undefined,
}: FeedsInput): readonly OutputFile[] {
  const feeds = defineFeeds(site, config);
  const entries = new Map<SiteArticle, FeedEntry>();
  const findEntry = (article: SiteArticle): FeedEntry => {
    const entry = entries.get(article) ?? makeEntry(article, config, bodies);
    entries.set(article, entry);
    return entry;
  };
  const news = renderNewsSitemap(site, config);
  const sitemaps = ['sitemap.xml', ...news.map(({ path }) => path)];
  return [
    ...feeds.flatMap((feed) => renderFeed(feed, feed.articles.map(findEntry), config)),
    renderOpml(feeds, config),
    ...renderSitemap(site, config),
    ...news,
    ...listProjectFeeds(site, config, findBody),
    renderProjectGraph(site, config),
    renderRobots(
      sitemaps.map((path) => `/${path}`),
      config,
    ),
  ];
}

function makeEntry(article: SiteArticle, config: SiteConfig, bodies: FeedsInput['bodies']): FeedEntry {
  const body = config.feeds.fullText ? bodies.get(article.summary.bodyDigest) : undefined;
  const pageUrl = absoluteUrl(config.url, article.url);
  return makeFeedEntry(article, body === undefined ? undefined : makeUrlsAbsolute(body, pageUrl), config.url);
}

function renderFeed(feed: Feed, entries: readonly FeedEntry[], config: SiteConfig): readonly OutputFile[] {
  const updated = lastChange(feed.articles);
  return FORMATS.map(({ file, render }) => {
    const head: FeedHead = {
      title: feed.title,
      description: feed.description,
      homeUrl: absoluteUrl(config.url, feed.url),
      selfUrl: absoluteUrl(config.url, feed.url + file),
      language: config.language,
      author: config.author,
      styleUrl: href(config.basePath, FEED_STYLE),
      ...(updated !== undefined && { updated }),
    };
    const contents = fitFeed(entries, (kept) => render(head, kept));
    return { path: outputPath(feed.url + file), contents };
  });
}
