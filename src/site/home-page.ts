import { compareText } from './article-order.ts';
import { chooseLead } from './choose-lead.ts';
import type { HomePage } from './page.ts';
import type { Project, Site, SiteArticle } from './site.ts';

const LATEST = 12;
const ARTICLES_A_SECTION = 6;
/** Beyond this many top categories the home page would be a list of categories. */
const MAX_SECTIONS = 24;
const PROJECTS = 12;
/** Projects are counted in so many days up to the newest article. */
const PROJECT_DAYS = 28;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The front page. It edits itself: the lead is the newest pinned article, else the newest that has a picture; nothing in it
 * depends on the clock.
 */
export function makeHomePage(site: Site): HomePage {
  const { articles, config } = site;
  const lead = articles.find(({ summary }) => summary.pinned) ?? chooseLead(articles);
  const isOther = (article: SiteArticle): boolean => article !== lead;
  return {
    kind: 'home',
    url: '/',
    title: config.title,
    ...(lead && { lead: lead.card }),
    latest: articles
      .slice(0, LATEST + 1)
      .filter(isOther)
      .slice(0, LATEST)
      .map(({ card }) => card),
    sections: site.categories.slice(0, MAX_SECTIONS).map((category) => {
      const newest = category.articles.slice(0, ARTICLES_A_SECTION + 1);
      const shown = newest.length > 1 ? newest.filter(isOther) : newest;
      return {
        category: category.path[0]!,
        articles: shown.slice(0, ARTICLES_A_SECTION).map(({ card }) => card),
      };
    }),
    projects: listTrendingProjects(articles),
  };
}

function listTrendingProjects(articles: readonly SiteArticle[]): HomePage['projects'] {
  const since = (articles[0]?.summary.date ?? 0) - PROJECT_DAYS * DAY;
  const counts = new Map<Project, number>();
  for (const article of articles) {
    if (article.summary.date < since) break;
    for (const project of article.projects) counts.set(project, (counts.get(project) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || compareText(a.card.url, b.card.url))
    .slice(0, PROJECTS)
    .map(([project, count]) => ({ ...project.card, count }));
}
