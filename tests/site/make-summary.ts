import type { SiteConfig } from '../../src/content/site-config.ts';
import { defaultSiteConfig } from '../../src/content/site-config-defaults.ts';
import type { ProjectMention } from '../../src/html/cleaned-body.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';

export const DAY = 24 * 60 * 60 * 1000;

/** 2022-01-06T12:00:00Z. */
export const NOON = Date.UTC(2022, 0, 6, 12);

/** A summary in which only what the test is about has to be said. */
export function makeSummary(over: Partial<ArticleSummary> & { readonly sourcePath: string }): ArticleSummary {
  return {
    title: over.sourcePath.replace(/\.md$/, ''),
    date: NOON,
    categories: [],
    tags: [],
    authors: [],
    excerpt: '',
    aliases: [],
    draft: false,
    pinned: false,
    comments: true,
    readingMinutes: 1,
    wordCount: 100,
    projects: [],
    bodyDigest: `body of ${over.sourcePath}`,
    ...over,
  };
}

/** Articles a day apart, the last the newest: `0.md`, `1.md`, … */
export function makeSummaries(count: number, over: (index: number) => Partial<ArticleSummary> = () => ({})) {
  return Array.from({ length: count }, (_, index) =>
    makeSummary({ sourcePath: `${index}.md`, date: NOON + index * DAY, ...over(index) }),
  );
}

export function makeMention(over: Partial<ProjectMention> & { readonly id: string }): ProjectMention {
  return { name: `P${over.id}`, text: `P${over.id}`, sentence: '', ...over };
}

export function makeConfig(over: Partial<SiteConfig> = {}): SiteConfig {
  return {
    ...defaultSiteConfig,
    title: '每日观察',
    url: 'https://news.example.com/',
    pagination: { size: 3 },
    ...over,
  };
}
