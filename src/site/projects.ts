import type { ProjectPolicy } from '../content/site-config.ts';
import { readProjectId } from '../html/project-id.ts';
import type { ArticleSummary } from './article-summary.ts';
import type { ProjectCard } from './page.ts';
import type { Redirect } from './permalink.ts';
import { CompanionCounts } from './project-companions.ts';
import { mergeProjects, type ProjectMerging } from './project-merging.ts';
import { namingsOf, type ProjectNaming } from './project-naming.ts';
import { listProjectLinks, listProjectNames } from './project-profile.ts';
import { cleanProjectHref } from './project-sources.ts';
import { shortHash } from './short-hash.ts';
import type { Mention, Project, SiteArticle } from './site.ts';

interface GrowingProject extends Project {
  readonly mentions: Mention[];
  /** Indices of mentions that say more of it than its card: names, or addresses. */
  readonly telling: number[];
  names: Project['names'];
  links: Project['links'];
  companions: Project['companions'];
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
  /** Takes stock of each project's mentions. Call when all articles are entered. */
  readonly complete: () => void;
  /** From each merged id to the project's. */
  readonly moved: ReadonlyMap<string, string>;
  /** From each merged id's page to the project's. */
  readonly redirects: readonly Redirect[];
  /** The project that an id names, merged ids and ids in capitals included. */
  readonly findById: (id: string) => Project | undefined;
  /** Whether authors wrote any ids by hand in the articles. */
  readonly isWritten: boolean;
  /** Whether a source has a project of that id, or `site.yaml` names it: authors may write any id by hand. */
  readonly isKnown: (id: string) => boolean;
}

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
  const { telling, isWritten } = listTellingMentions(summaries);
  const merging = mergeProjects(telling, policy.aliases);
  const projects = createProjects(telling, merging, policy);
  const listed = new Set(policy.aliases?.flatMap(({ ids }) => ids));
  /** By id as written: there are far fewer ids than mentions. */
  const found = new Map<string, GrowingProject | undefined>();
  const findById = (id: string): GrowingProject | undefined => {
    const hit = found.get(id);
    if (hit !== undefined || found.has(id)) return hit;
    const known = readProjectId(id);
    const home = known === undefined ? undefined : merging.homeOf(known);
    const project = home === undefined ? undefined : projects.get(home);
    found.set(id, project);
    return project;
  };
  /** Of a store, articles that name one project alike have the same list of namings. */
  const ofLists = new Map<readonly ProjectNaming[], readonly Project[]>();
  const describe = createMentionReader();
  const all = [...projects.values()];
  const companions = new CompanionCounts(all);
  return {
    projects: all,
    isWritten,
    find: (summary) => {
      const namings = namingsOf(summary);
      let own = ofLists.get(namings);
      if (own === undefined) {
        own = listProjects(namings, findById);
        // Most lists of several are one article's alone.
        if (namings.length < 2) ofLists.set(namings, own);
      }
      return own;
    },
    enter: (article) => {
      const { projects: named } = article;
      if (named.length === 0) return;
      companions.add(named);
      const namings = namingsOf(article.summary);
      // Mostly each mention is of a project of its own.
      const isPlain = named.length === namings.length;
      for (let index = 0; index < named.length; index++) {
        const project = named[index]! as GrowingProject;
        const told = isPlain ? index : namings.findIndex(({ id }) => findById(id) === project);
        const own = isPlain ? [namings[told]!] : namings.filter(({ id }) => findById(id) === project);
        const { names, hrefs } = describe(own, project);
        if (names.length > 0 || hrefs.length > 0) project.telling.push(project.mentions.length);
        project.mentions.push({ article, told, names, hrefs });
      }
    },
    complete: () => {
      const lists = companions.list();
      for (const project of all) {
        const { card, mentions, telling, position } = project;
        project.names = listProjectNames(mentions, telling);
        project.links = listProjectLinks(card, mentions, telling);
        project.companions = lists[position]!;
      }
    },
    moved: merging.moved,
    isKnown: (id) => listed.has(id) || findById(id)?.isTagged === true,
    redirects: Array.from(merging.moved, ([id, home]) => ({ url: pageOf(id), target: pageOf(home) })),
    findById,
  };
}

/** The projects that are meant, without doubles. */
function listProjects(
  namings: readonly ProjectNaming[],
  findById: (id: string) => Project | undefined,
): readonly Project[] {
  const meant = namings.map(({ id }) => findById(id));
  const isFirst = (project: Project | undefined, at: number): project is Project =>
    project !== undefined && meant.indexOf(project) === at;
  // Mostly each is of a project of its own.
  return meant.every(isFirst) ? meant : meant.filter(isFirst);
}

/**
 * Mentions that say something which the last of the same id did not: few of all. Their ids are as they are in URLs; what
 * can't be one names nothing.
 */
function listTellingMentions(summaries: readonly ArticleSummary[]): {
  readonly telling: readonly ProjectNaming[];
  /** Whether authors wrote any by hand. */
  readonly isWritten: boolean;
} {
  const latest = new Map<string, ProjectNaming>();
  const telling: ProjectNaming[] = [];
  let isWritten = false;
  for (const summary of summaries) {
    for (const mention of namingsOf(summary)) {
      if (isAlike(mention, latest.get(mention.id))) continue;
      latest.set(mention.id, mention);
      isWritten ||= mention.written !== undefined;
      const id = readProjectId(mention.id);
      if (id !== undefined) telling.push(id === mention.id ? mention : { ...mention, id });
    }
  }
  return { telling, isWritten };
}

function isAlike(mention: ProjectNaming, other: ProjectNaming | undefined): boolean {
  if (mention === other) return true;
  const { name, href, logo, written } = mention;
  if (other === undefined || name !== other.name || href !== other.href || logo !== other.logo) return false;
  return (written === undefined) === (other.written === undefined);
}

function createProjects(
  mentions: readonly ProjectNaming[],
  { homeOf, moved }: ProjectMerging,
  { aliases = [] }: Pick<ProjectPolicy, 'aliases'>,
): ReadonlyMap<string, GrowingProject> {
  const first = new Map<string, ProjectNaming>();
  for (const mention of mentions) {
    const home = homeOf(mention.id)!;
    const known = first.get(home);
    if (known === undefined || (!isNamed(known) && isNamed(mention))) first.set(home, mention);
  }
  const names = new Map(aliases.flatMap(({ ids, name }) => ids.map((id) => [id, name] as const)));
  const others = new Map<string, string[]>();
  for (const [id, home] of moved) others.set(home, [...(others.get(home) ?? []), id]);
  return new Map(
    Array.from(first, ([home, mention], position) => {
      const card = makeCard(home, names.get(home), mention);
      const project: GrowingProject = {
        card,
        identity: shortHash(JSON.stringify(card), 20),
        ids: [home, ...(others.get(home) ?? [])],
        position,
        mentions: [],
        telling: [],
        names: [],
        links: [],
        companions: [],
        isTagged: isNamed(mention),
      };
      return [home, project];
    }),
  );
}

/** Whether a tagger made the mention, who knows the project's name. */
function isNamed({ name, written }: ProjectNaming): boolean {
  return name !== '' && written === undefined;
}

function makeCard(
  id: string,
  chosen: string | undefined,
  { name, text, logo, href }: ProjectNaming,
): ProjectCard {
  return {
    id,
    url: pageOf(id),
    name: chosen ?? (name || text || id),
    ...(logo !== undefined && { logo }),
    ...(href !== undefined && { href }),
  };
}

type MentionedAs = Pick<Mention, 'names' | 'hrefs'>;

/** Tells what mentions say of their project beyond its card. Of a store many articles have the same one, which is read once. */
function createMentionReader(): (own: readonly ProjectNaming[], project: Project) => MentionedAs {
  const known = new Map<ProjectNaming, MentionedAs>();
  return (own, project) => {
    const [only] = own;
    if (own.length > 1 || only === undefined) return readMentions(own, project);
    let read = known.get(only);
    if (read === undefined) {
      read = readMentions(own, project);
      known.set(only, read);
    }
    return read;
  };
}

/** @param own - An article's mentions of the project: several where ids were merged. */
function readMentions(own: readonly ProjectNaming[], { card }: Project): MentionedAs {
  let names = NO_NAMES;
  let hrefs = NO_NAMES;
  for (const { name, text, texts, href } of own) {
    names = withName(withName(names, name, card.name), text, card.name);
    for (const other of texts ?? NO_NAMES) names = withName(names, other, card.name);
    if (href === undefined || href === card.href) continue;
    const other = cleanProjectHref(href);
    if (!hrefs.includes(other)) hrefs = [...hrefs, other];
  }
  return { names, hrefs };
}

/** Most mentions add no name, so that no list is made for them. */
function withName(names: readonly string[], name: string, known: string): readonly string[] {
  return name === '' || name === known || names.includes(name) ? names : [...names, name];
}

function pageOf(id: string): string {
  return `/projects/${id}/`;
}
