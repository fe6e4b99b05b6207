import { compareText } from './article-order.ts';
import type { ProjectIndexPage, ProjectInitial } from './page.ts';
import type { PageTitles } from './page-titles.ts';
import { rankActiveProjects } from './project-activity.ts';
import { findInitial, OTHER_INITIAL, spellInitials } from './project-initial.ts';
import type { Project, Site } from './site.ts';

const URL = '/projects/';

/** Projects that the index shows by their mentions, of all time and of the last weeks. */
const MOST_MENTIONED = 48;
const MOST_ACTIVE = 12;

/** Beyond this many projects, each letter has a page of its own: a list of names should not weigh more than a picture. */
const MOST_NAMES = 1500;

/**
 * The index of projects, and the pages of its letters where there are many. A letter's page tells names alone, so a new
 * article changes it only when it is the first to name a project.
 */
export function listProjectIndexPages(site: Site, titles: PageTitles): ProjectIndexPage[] {
  const { projects, articles } = site;
  const initials = groupByInitial(projects);
  const isSplit = projects.length > MOST_NAMES;
  const index: ProjectIndexPage = {
    kind: 'project-index',
    url: URL,
    title: titles.projects,
    total: projects.length,
    projects: rankByMentions(projects).slice(0, MOST_MENTIONED).map(countMentions),
    active: rankActiveProjects(articles, MOST_ACTIVE).map(({ project, count }) => ({
      ...countMentions(project),
      count,
    })),
    initials: isSplit ? initials.map((entry) => ({ ...entry, url: urlOf(entry), names: [] })) : initials,
  };
  return isSplit ? [index, ...initials.map((entry) => makeInitialPage(entry, titles))] : [index];
}

function makeInitialPage(entry: ProjectInitial, titles: PageTitles): ProjectIndexPage {
  return {
    kind: 'project-index',
    url: urlOf(entry),
    title: `${titles.projects} ${entry.initial}`,
    initial: entry.initial,
    total: entry.count,
    projects: [],
    initials: [entry],
  };
}

/** No id of a project has a tilde, so no project's page is there. */
function urlOf({ initial }: ProjectInitial): string {
  return `${URL}~${initial === OTHER_INITIAL ? 'other' : initial.toLowerCase()}/`;
}

function rankByMentions(projects: readonly Project[]): readonly Project[] {
  return projects.toSorted(
    (a, b) => b.mentions.length - a.mentions.length || compareText(a.card.url, b.card.url),
  );
}

function countMentions({ card, mentions }: Project): ProjectIndexPage['projects'][number] {
  return { ...card, count: mentions.length, latestMention: mentions[0]!.article.summary.date };
}

/** A to Z, then all others. */
function groupByInitial(projects: readonly Project[]): readonly ProjectInitial[] {
  const groups = new Map<string, { readonly key: string; readonly card: Project['card'] }[]>();
  for (const { card } of projects) {
    const initial = findInitial(card.name);
    const group = groups.get(initial);
    const entry = { key: spellInitials(card.name), card };
    if (group === undefined) groups.set(initial, [entry]);
    else group.push(entry);
  }
  const order = (initial: string): string => (initial === OTHER_INITIAL ? '~' : initial);
  return [...groups]
    .sort(([a], [b]) => compareText(order(a), order(b)))
    .map(([initial, group]) => ({
      initial,
      count: group.length,
      names: group
        .sort(
          (a, b) =>
            compareText(a.key, b.key) ||
            compareText(a.card.name, b.card.name) ||
            compareText(a.card.url, b.card.url),
        )
        .map(({ card: { name, url } }) => ({ title: name, url })),
    }));
}
