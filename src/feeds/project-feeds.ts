import type { SiteConfig } from '../content/site-config.ts';
import { absoluteUrl, href, outputPath } from '../site/link.ts';
import { projectFeedUrl } from '../site/project-feed-url.ts';
import type { Mention, Project, Site } from '../site/site.ts';
import { makeUrlsAbsolute } from './absolute-html.ts';
import { type BodyLookup, isPublic, lastChange } from './feed.ts';
import { identifyEntry, makeFeedEntry } from './feed-entry.ts';
import { FEED_STYLE, type FeedHead } from './feed-head.ts';
import { fitFeed } from './fit-feed.ts';
import type { OutputFile } from './output-file.ts';
import { renderRss } from './rss.ts';

/** Newest articles in a project's feed. */
const SIZE = 20;

/**
 * The feed of each project that has one, in RSS 2.0: every entry says in which sentence the article names the project, not
 * the whole article unless `site.yaml` asks for it. So what a new article costs stays small, however many projects it names:
 * one file each, for which no body is loaded, and files of other projects are not even made.
 *
 * @param findBody - Asked when a feed is made that holds whole bodies; an article whose body is missing has its sentence alone.
 */
export function listProjectFeeds(
  { projects }: Site,
  config: SiteConfig,
  findBody: BodyLookup,
): readonly OutputFile[] {
  const content = holdsBodies(config) ? 'bodies' : 'sentences';
  return projects.flatMap((project) => {
    const url = projectFeedUrl(project);
    if (url === undefined) return [];
    const mentions = takeNewest(project, Math.min(SIZE, config.feeds.size));
    const { title, url: siteUrl, language, author } = config;
    // The ids decide which of an article's sentences is told.
    const key = [title, siteUrl, language, author, content, url, project.card.name, project.ids.join()];
    for (const { article } of mentions) key.push(identifyEntry(article));
    return [new ProjectFeed(project, url, mentions, { config, findBody, key: key.join('\0') })];
  });
}

function holdsBodies({ feeds }: SiteConfig): boolean {
  return feeds.fullText && feeds.projects === 'full';
}

function takeNewest({ mentions }: Project, count: number): readonly Mention[] {
  const taken: Mention[] = [];
  for (const mention of mentions) {
    if (taken.length === count) break;
    if (isPublic(mention.article)) taken.push(mention);
  }
  return taken;
}

class ProjectFeed implements OutputFile {
  readonly path: string;
  readonly key: string;
  readonly #url: string;
  readonly #project: Project;
  readonly #mentions: readonly Mention[];
  readonly #config: SiteConfig;
  readonly #findBody: BodyLookup;

  constructor(
    project: Project,
    url: string,
    mentions: readonly Mention[],
    {
      config,
      findBody,
      key,
    }: { readonly config: SiteConfig; readonly findBody: BodyLookup; readonly key: string },
  ) {
    this.path = outputPath(url);
    this.key = key;
    this.#url = url;
    this.#project = project;
    this.#mentions = mentions;
    this.#config = config;
    this.#findBody = findBody;
  }

  get contents(): string {
    const { title, url: siteUrl, basePath, language, author } = this.#config;
    const { card } = this.#project;
    const updated = lastChange(this.#mentions.map(({ article }) => article));
    const head: FeedHead = {
      title: `${card.name} - ${title}`,
      description: `${card.name} - ${title}`,
      homeUrl: absoluteUrl(siteUrl, card.url),
      selfUrl: absoluteUrl(siteUrl, this.#url),
      language,
      author,
      styleUrl: href(basePath, FEED_STYLE),
      ...(updated !== undefined && { updated }),
    };
    const entries = this.#mentions.map(({ article, told }) => {
      const { sentence } = article.summary.projects[told]!;
      const body = holdsBodies(this.#config) ? this.#findBody(article.summary.bodyDigest) : undefined;
      const html = body && makeUrlsAbsolute(body, absoluteUrl(siteUrl, article.url));
      const entry = makeFeedEntry(article, html, siteUrl);
      return sentence === '' ? entry : { ...entry, summary: sentence };
    });
    return fitFeed(entries, (kept) => renderRss(head, kept));
  }
}
