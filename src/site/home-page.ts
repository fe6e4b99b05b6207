import { chooseLead } from './choose-lead.ts';
import type { HomePage } from './page.ts';
import { rankActiveProjects } from './project-activity.ts';
import type { Site, SiteArticle } from './site.ts';

const LATEST = 12;
const ARTICLES_A_SECTION = 6;
/** Beyond this many top categories the home page would be a list of categories. */
const MAX_SECTIONS = 24;
const PROJECTS = 12;

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
    projects: rankActiveProjects(articles, PROJECTS).map(({ project, count }) => ({
      ...project.card,
      count,
    })),
  };
}
