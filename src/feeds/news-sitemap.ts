import type { SiteConfig } from '../content/site-config.ts';
import { findChineseScript } from '../site/chinese-script.ts';
import { absoluteUrl } from '../site/link.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import { isPublic } from './feed.ts';
import type { OutputFile } from './output-file.ts';
import { SITEMAP_NAMESPACE } from './sitemap.ts';
import { element, text, type Xml, xmlDocument } from './xml.ts';

/** Source: developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap. */
const NEWS_HOURS = 48;
const MAX_NEWS = 1000;

/** What is new, for news search; none without articles, since a sitemap holds at least one URL. */
export function renderNewsSitemap(site: Site, config: SiteConfig): readonly OutputFile[] {
  const news = listNews(site.articles);
  if (news.length === 0) return [];
  const urlset = element(
    'urlset',
    { xmlns: SITEMAP_NAMESPACE, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
    news.map((article) => renderNews(article, config)),
  );
  return [{ path: 'sitemap-news.xml', contents: xmlDocument(urlset) }];
}

function renderNews({ url, summary }: SiteArticle, config: SiteConfig): Xml {
  return element('url', {}, [
    element('loc', {}, text(absoluteUrl(config.url, url))),
    element('news:news', {}, [
      element('news:publication', {}, [
        element('news:name', {}, text(config.title)),
        element('news:language', {}, text(newsLanguage(summary.lang ?? config.language))),
      ]),
      element('news:publication_date', {}, text(new Date(summary.date).toISOString())),
      element('news:title', {}, text(summary.title)),
    ]),
  ]);
}

const CHINESE_CODES = { hans: 'zh-cn', hant: 'zh-tw' } as const;

/** ISO 639, but for Chinese, which Google wants told apart by script. */
function newsLanguage(language: string): string {
  const script = findChineseScript(language);
  return script === undefined ? language.split('-', 1)[0]!.toLowerCase() : CHINESE_CODES[script];
}

/** Newest first: the articles of the newest 48 hours of content, at most as many as Google reads. */
function listNews(articles: readonly SiteArticle[]): readonly SiteArticle[] {
  const news: SiteArticle[] = [];
  for (const article of articles) {
    if (!isPublic(article)) continue;
    const since = (news[0] ?? article).summary.date - NEWS_HOURS * 60 * 60 * 1000;
    if (article.summary.date < since || news.length === MAX_NEWS) break;
    news.push(article);
  }
  return news;
}
