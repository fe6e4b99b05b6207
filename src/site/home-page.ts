import { chooseLead } from './choose-lead.ts';
import type { HomePage } from './page.ts';
import { rankActiveProjects } from './project-activity.ts';
import type { Site, SiteArticle } from './site.ts';

const LATEST = 12;
/** A lead and four beside it. */
const ARTICLES_A_SECTION = 5;
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
  const latest = articles
    .slice(0, LATEST + 1)
    .filter((article) => article !== lead)
    .slice(0, LATEST);
  const shown = new Set([...latest, ...(lead === undefined ? [] : [lead])]);
  return {
    kind: 'home',
    url: '/',
    title: config.title,
    ...(lead && { lead: lead.card }),
    latest: latest.map(({ card }) => card),
    sections: site.categories.slice(0, MAX_SECTIONS).map((category) => ({
      category: category.path[0]!,
      articles: chooseForSection(category.articles, shown).map(({ card }) => card),
    })),
    projects: rankActiveProjects(articles, PROJECTS).map(({ project, count }) => ({
      ...project.card,
      count,
    })),
  };
}

/**
 * The articles of a section, its lead first. A front page says nothing twice while there is something else to say: what
 * stands further up comes again only where the section has too little besides.
 *
 * @param articles - Newest first.
 */
function chooseForSection(
  articles: readonly SiteArticle[],
  shown: ReadonlySet<SiteArticle>,
): readonly SiteArticle[] {
  const newest = articles.slice(0, ARTICLES_A_SECTION + shown.size);
  const others = newest.filter((article) => !shown.has(article));
  const again = newest.filter((article) => shown.has(article));
  const chosen = new Set([...others, ...again].slice(0, ARTICLES_A_SECTION));
  const inOrder = newest.filter((article) => chosen.has(article));
  const lead = chooseLead(others.length > 0 ? inOrder.filter((article) => !shown.has(article)) : inOrder);
  return lead === undefined ? [] : [lead, ...inOrder.filter((article) => article !== lead)];
}
