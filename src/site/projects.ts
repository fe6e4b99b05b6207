import type { ProjectPolicy } from '../content/site-config.ts';
import type { ProjectMention } from '../html/cleaned-body.ts';
import { readProjectId } from '../html/project-id.ts';
import type { ArticleSummary } from './article-summary.ts';
import type { ProjectCard } from './page.ts';
import type { Redirect } from './permalink.ts';
import { mergeProjects, type ProjectMerging } from './project-merging.ts';
import { cleanProjectHref } from './project-sources.ts';
import type { Mention, Project, SiteArticle } from './site.ts';

interface GrowingProject extends Project {
  readonly mentions: Mention[];
  /** Whether a source's tagger ever made a link to it. */
  readonly isTagged: boolean;
}

/** All companies and products that articles mention. */
export interface ProjectIndex {
  /** In order of first mention. */
  readonly projects: readonly Project[];
  /** In order of mention, without doubles. */
  readonly find: (summary: ArticleSummary) => readonly Project[];
  /** Lists an article under the projects that it mentions. Call newest first. */
  readonly enter: (article: SiteArticle) => void;
  /** From each merged id's page to the project's. */
  readonly redirects: readonly Redirect[];
  /** The project that an id names, merged ids and ids in capitals included. */
  readonly findById: (id: string) => Project | undefined;
  /** Whether a source has a project of that id, or `site.yaml` names it: authors may write any id by hand. */
  readonly isKnown: (id: string) => boolean;
}

const NO_PROJECTS: readonly Project[] = Object.freeze([]);
const NO_NAMES: readonly string[] = Object.freeze([]);

/**
 * Gives every project its page. Address, name, logo and link are those of the oldest mention, so that a new article
 * changes nothing on old pages; only a mention that an author wrote by hand gives way to the first by a tagger, who knows
 * the project's name, and a name in `site.yaml` stands before both.
 *
 * @param summaries - In order of first publication.
 */
export function indexProjects(
  summaries: readonly ArticleSummary[],
  policy: Pick<ProjectPolicy, 'aliases'> = {},
): ProjectIndex {
  const mentions = summaries.flatMap(listMentions);
  const merging = mergeProjects(mentions, policy.aliases);
  const projects = createProjects(mentions, merging, policy);
  const listed = new Set(policy.aliases?.flatMap(({ ids }) => ids));
  const findById = (id: string): GrowingProject | undefined => {
    const known = readProjectId(id);
    const home = known === undefined ? undefined : merging.homeOf(known);
    return home === undefined ? undefined : projects.get(home);
  };
  return {
    projects: [...projects.values()],
    find: ({ projects: named }) =>
      named.length === 0 ? NO_PROJECTS : [...new Set(named.flatMap(({ id }) => findById(id) ?? []))],
    enter: (article) => {
      for (const project of article.projects) {
        const own = article.summary.projects.filter(({ id }) => findById(id) === project);
        (project as GrowingProject).mentions.push(makeMention(article, own, project));
      }
    },
    isKnown: (id) => listed.has(id) || findById(id)?.isTagged === true,
    redirects: Array.from(merging.moved, ([id, home]) => ({ url: pageOf(id), target: pageOf(home) })),
    findById,
  };
}

/** With ids as they are in URLs; what can't be one names nothing. */
function listMentions({ projects }: ArticleSummary): readonly ProjectMention[] {
  return projects.flatMap((mention) => {
    const id = readProjectId(mention.id);
    if (id === undefined) return [];
    return id === mention.id ? mention : { ...mention, id };
  });
}

function createProjects(
  mentions: readonly ProjectMention[],
  { homeOf, moved }: ProjectMerging,
  { aliases = [] }: Pick<ProjectPolicy, 'aliases'>,
): ReadonlyMap<string, GrowingProject> {
  const first = new Map<string, ProjectMention>();
  for (const mention of mentions) {
    const home = homeOf(mention.id)!;
    const known = first.get(home);
    if (known === undefined || (!isNamed(known) && isNamed(mention))) first.set(home, mention);
  }
  const names = new Map(aliases.flatMap(({ ids, name }) => ids.map((id) => [id, name] as const)));
  const others = new Map<string, string[]>();
  for (const [id, home] of moved) others.set(home, [...(others.get(home) ?? []), id]);
  return new Map(
    Array.from(first, ([home, mention]) => [
      home,
      {
        card: makeCard(home, names.get(home), mention),
        ids: [home, ...(others.get(home) ?? [])],
        mentions: [],
        isTagged: isNamed(mention),
      },
    ]),
  );
}

/** Whether a tagger made the mention, who knows the project's name. */
function isNamed({ name, written }: ProjectMention): boolean {
  return name !== '' && written === undefined;
}

function makeCard(
  id: string,
  chosen: string | undefined,
  { name, text, logo, href }: ProjectMention,
): ProjectCard {
  return {
    id,
    url: pageOf(id),
    name: chosen ?? (name || text || id),
    ...(logo !== undefined && { logo }),
    ...(href !== undefined && { href }),
  };
}

/** @param own - The article's mentions of the project: several where ids were merged. */
function makeMention(article: SiteArticle, own: readonly ProjectMention[], { card }: Project): Mention {
  const used = own
    .flatMap(({ name, text, texts = NO_NAMES }) => [name, text, ...texts])
    .filter((name) => name !== '' && name !== card.name);
  const hrefs = own.flatMap(({ href }) => (href === undefined || href === card.href ? [] : [href]));
  return {
    article,
    names: used.length === 0 ? NO_NAMES : [...new Set(used)],
    sentence: own[0]!.sentence,
    hrefs: hrefs.length === 0 ? NO_NAMES : [...new Set(hrefs.map(cleanProjectHref))],
  };
}

function pageOf(id: string): string {
  return `/projects/${id}/`;
}
