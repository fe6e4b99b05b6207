import { listArchivePages } from './archive-pages.ts';
import { planArticlePages } from './article-pages.ts';
import { findProjectTargets } from './article-projects.ts';
import { listCategoryPages } from './category-pages.ts';
import { makeHomePage } from './home-page.ts';
import { listArticles } from './list-articles.ts';
import type { Page } from './page.ts';
import { type PagePlan, PlannedPage } from './page-plan.ts';
import { choosePageTitles } from './page-titles.ts';
import { measureBodyPictures } from './picture-sizes.ts';
import { listProjectPages } from './project-pages.ts';
import type { Site } from './site.ts';
import { listTermPages } from './term-pages.ts';

/** Every page of the site, each URL once. */
export function listPages(site: Site): Page[] {
  return planPages(site).map((page) => page.make());
}

/** The same, not made yet. */
export function planPages(site: Site): readonly PagePlan[] {
  return [
    ...planArticlePages(site),
    // Their articles and the project's ids decide what sentences they tell.
    ...listOtherPages(site).map((page) => new PlannedPage(page, 'sentences')),
  ];
}

function listOtherPages(site: Site): Page[] {
  const { config, articles, redirects, standalone, findProject, movedProjects } = site;
  const titles = choosePageTitles(config.language);
  return [
    makeHomePage(site),
    ...listArticles({
      list: 'latest',
      link: { title: titles.latest, url: '/latest/' },
      parents: [],
      articles,
      size: config.pagination.size,
    }),
    ...listCategoryPages(site, titles),
    ...listArchivePages(site, titles),
    ...listTermPages(site, titles),
    ...listProjectPages(site, titles),
    ...standalone.map(({ summary, url }): Page => {
      const { title, excerpt, lang, updated, bodyDigest, projects: mentions = [] } = summary;
      const pictureSizes = measureBodyPictures(summary.ownPictures, site.pictureSizes, config.basePath);
      const named = new Set(mentions.flatMap(({ id }) => findProject(id)?.card ?? []));
      return {
        kind: 'standalone',
        url,
        title,
        excerpt,
        ...(lang !== undefined && { lang }),
        ...(updated !== undefined && { updated }),
        ...(named.size > 0 && { projects: [...named] }),
        ...findProjectTargets(mentions, movedProjects),
        bodyDigest,
        ...(pictureSizes && { pictureSizes }),
      };
    }),
    { kind: 'search', url: '/search/', title: titles.search },
    { kind: 'not-found', url: '/404.html', title: titles.notFound },
    { kind: 'offline', url: '/offline.html', title: titles.offline },
    ...redirects.map(({ url, target }): Page => ({ kind: 'redirect', url, title: target, target })),
  ];
}
