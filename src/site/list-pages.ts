import { groupArchivePages, makeArchiveIndex } from './archive-pages.ts';
import { groupArticlePages } from './article-eras.ts';
import { findProjectTargets } from './article-projects.ts';
import { groupCategoryPages, makeCategoryIndex } from './category-pages.ts';
import { makeHomePage } from './home-page.ts';
import { Imprint } from './imprint.ts';
import { planList } from './list-articles.ts';
import type { Page } from './page.ts';
import { type PageGroup, PlannedGroup } from './page-group.ts';
import { type PagePlan, PlannedPage } from './page-plan.ts';
import { choosePageTitles, type PageTitles } from './page-titles.ts';
import { groupLists } from './paged-list.ts';
import { measureBodyPictures } from './picture-sizes.ts';
import { listProjectIndexPages } from './project-index-pages.ts';
import { groupProjectPages } from './project-pages.ts';
import { shortHash } from './short-hash.ts';
import type { Site } from './site.ts';
import { groupTermPages, listTermIndexes } from './term-pages.ts';

/** Every page of the site, each URL once. */
export function listPages(site: Site): Page[] {
  return planPages(site).map((page) => page.make());
}

/** The same, not made yet. */
export function planPages(site: Site): readonly PagePlan[] {
  return groupPages(site).flatMap((group) => group.plan());
}

export interface GroupOptions {
  /** Articles whose pages are a group. Default: 256. */
  readonly eraSize?: number;
  /** Numbered pages of a list that are a group. Default: 64. */
  readonly pageRun?: number;
}

/** The same, not even planned yet. */
export function groupPages(
  site: Site,
  { eraSize = 256, pageRun = 64 }: GroupOptions = {},
): readonly PageGroup[] {
  const { articles, config } = site;
  const titles = choosePageTitles(config.language);
  // What `site.yaml` says is seldom changed, and then much is.
  const imprint = new Imprint(articles, shortHash(JSON.stringify(config), 20));
  const context = { imprint, size: config.pagination.size, pageRun };
  const latest = planList({
    list: 'latest',
    link: { title: titles.latest, url: '/latest/' },
    parents: [],
    articles,
  });
  return [
    ...groupArticlePages(site, imprint, eraSize),
    ...groupLists([latest], context),
    ...groupCategoryPages(site, context),
    ...groupArchivePages(site, titles, context),
    ...groupTermPages(site, titles, context),
    ...groupProjectPages(site, context),
    groupOthers(site, titles),
  ];
}

/** Pages that nothing but themselves stands for: each shows something of the whole site, or is told quickly. */
function groupOthers(site: Site, titles: PageTitles): PageGroup {
  const group: PageGroup = new PlannedGroup({
    name: 'others',
    identify: () => undefined,
    urls: () => group.plan().map(({ url }) => url),
    plan: () => listOtherPages(site, titles).map((page) => new PlannedPage(page)),
  });
  return group;
}

function listOtherPages(site: Site, titles: PageTitles): Page[] {
  return [
    makeHomePage(site),
    makeCategoryIndex(site, titles),
    makeArchiveIndex(site, titles),
    ...listTermIndexes(site, titles),
    ...listProjectIndexPages(site, titles),
    ...listStandalonePages(site),
    { kind: 'search', url: '/search/', title: titles.search },
    { kind: 'not-found', url: '/404.html', title: titles.notFound },
    { kind: 'offline', url: '/offline.html', title: titles.offline },
    ...site.redirects.map(({ url, target }): Page => ({ kind: 'redirect', url, title: target, target })),
  ];
}

function listStandalonePages(site: Site): Page[] {
  const { config, findProject, movedProjects } = site;
  return site.standalone.map(({ summary, url }): Page => {
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
  });
}
