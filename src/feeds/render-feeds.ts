import type { SiteConfig } from '../content/site-config.ts';
import { absoluteUrl } from '../site/link.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import { makeUrlsAbsolute } from './absolute-html.ts';
import { type BodyLookup, defineFeeds } from './feed.ts';
import { type FeedEntry, makeFeedEntry } from './feed-entry.ts';
import { renderNewsSitemap } from './news-sitemap.ts';
import { renderOpml } from './opml.ts';
import type { OutputFile } from './output-file.ts';
import { listProjectFeeds } from './project-feeds.ts';
import { renderProjectGraph } from './project-graph.ts';
import { renderRobots } from './robots.ts';
import { listFormats } from './site-feed.ts';
import { renderSitemap } from './sitemap.ts';

export interface FeedsInput {
  readonly site: Site;
  readonly config: SiteConfig;
  /**
   * Asked when a feed is made that holds whole bodies. An article whose body is missing is shown by its excerpt. Default: all
   * are.
   */
  readonly findBody?: BodyLookup;
}

/**
 * Everything that is for programs to read: the feeds of the site and of each top category in RSS 2.0, Atom 1.0 and JSON Feed
 * 1.1, their list as OPML, the feeds of projects and their graph, the sitemap, the news sitemap and robots.txt. Depends on the content only, not on the clock.
 */
export function renderFeeds({ site, config, findBody = () => undefined }: FeedsInput): readonly OutputFile[] {
  const feeds = defineFeeds(site, config);
  const entries = new Map<SiteArticle, FeedEntry>();
  const findEntry = (article: SiteArticle): FeedEntry => {
    const entry = entries.get(article) ?? makeEntry(article, config, findBody);
    entries.set(article, entry);
    return entry;
  };
  const news = renderNewsSitemap(site, config);
  const sitemaps = ['sitemap.xml', ...news.map(({ path }) => path)];
  return [
    ...feeds.flatMap((feed) => listFormats(feed, config, () => feed.articles.map(findEntry))),
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

function makeEntry(article: SiteArticle, config: SiteConfig, findBody: BodyLookup): FeedEntry {
  const body = config.feeds.fullText ? findBody(article.summary.bodyDigest) : undefined;
  const pageUrl = absoluteUrl(config.url, article.url);
  return makeFeedEntry(article, body === undefined ? undefined : makeUrlsAbsolute(body, pageUrl), config.url);
}
