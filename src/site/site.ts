import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ArticleSummary } from './article-summary.ts';
import type { ListedArticle } from './listed-article.ts';
import type { AuthorLink, AuthorProfile, CategoryLink, Link, ProjectCard, ProjectLink } from './page.ts';
import type { Redirect } from './permalink.ts';
import type { PictureSizes } from './picture-sizes.ts';
import type { StandaloneSummary } from './standalone-summary.ts';

/**
 * The whole site, arranged: every article in its place, every name with its articles. Read-only; pages, feeds and the
 * search index are drawn from it. Lists of articles are newest first.
 */
export interface Site {
  readonly config: SiteConfig;
  readonly articles: readonly SiteArticle[];
  /** Top categories, in the menu's order. */
  readonly categories: readonly Category[];
  /** Newest first; only months with articles. */
  readonly months: readonly Month[];
  /** In order of first use. */
  readonly tags: readonly Term[];
  /** In order of first use. */
  readonly authors: readonly Term[];
  /** In order of first mention. */
  readonly projects: readonly Project[];
  /** The project that an id names, merged ids included. */
  readonly findProject: (id: string) => Project | undefined;
  /** From each id that was merged into another project's to that project's. */
  readonly movedProjects: ReadonlyMap<string, string>;
  readonly standalone: readonly SitePage[];
  readonly redirects: readonly Redirect[];
  /** Of the pictures that are the site's own. */
  readonly pictureSizes: PictureSizes;
  /** What authors asked for and did not get: warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** An article in its place. */
export interface SiteArticle {
  readonly summary: ArticleSummary;
  /** Stands for the summary, the URL and the first category, and so for the card and the link. */
  readonly identity: string;
  /** Site-relative. */
  readonly url: string;
  /** Shared by all pages that list the article. */
  readonly card: ListedArticle;
  /** Shared by its neighbours' pages. */
  readonly link: Link;
  /** After the build's instant; only there with `--future`. */
  readonly future: boolean;
  /** Index in `site.articles`: greater is older. */
  readonly position: number;
  /** The deepest category of each of its paths; the first is the breadcrumb. */
  readonly categories: readonly Category[];
  readonly tags: readonly Term[];
  readonly authors: readonly Term[];
  /** In order of mention in the body. */
  readonly projects: readonly Project[];
}

export interface Category {
  readonly name: string;
  readonly url: string;
  readonly description?: string;
  /** From the top category to this one. */
  readonly path: readonly CategoryLink[];
  /** Stands for the path. */
  readonly identity: string;
  /** As `path`. */
  readonly lineage: readonly Category[];
  /** In the menu's order. */
  readonly children: readonly Category[];
  /** In it and in all below it. */
  readonly articles: readonly SiteArticle[];
}

/** A tag or an author. */
export interface Term {
  /** Of an author with a portrait, with it. */
  readonly link: AuthorLink;
  /** Stands for the link. */
  readonly identity: string;
  /** Of an author who is described. */
  readonly profile?: AuthorProfile;
  readonly articles: readonly SiteArticle[];
}

/** A month of the archive, in the site's time zone. */
export interface Month {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly url: string;
  readonly articles: readonly SiteArticle[];
}

/** A company or product with everything that mentions it. */
export interface Project {
  /** As the oldest mention has it, so that a new article changes no old page. */
  readonly card: ProjectCard;
  /** Stands for the card. */
  readonly identity: string;
  /** All ids that sources have for it, the card's first. */
  readonly ids: readonly string[];
  /** Index in `site.projects`. */
  readonly position: number;
  /** Newest first. */
  readonly mentions: readonly Mention[];
  /** Other names than the card's, in order of first use; the first few. */
  readonly names: readonly ProjectName[];
  /** Sources' pages about it: the card's, then others in order of first use; the first few. */
  readonly links: readonly ProjectLink[];
  /** Projects that are in the same articles, most articles first; the first few. */
  readonly companions: readonly Companion[];
}

export interface ProjectName {
  readonly name: string;
  /** Index in the project's mentions of the oldest that uses it. */
  readonly first: number;
}

/** A project that is in the news together with another. */
export interface Companion {
  readonly project: Project;
  /** Articles that mention both, at least 1. */
  readonly count: number;
}

export interface Mention {
  readonly article: SiteArticle;
  /** Other names than the card's that this article uses. */
  readonly names: readonly string[];
  /** Index in the article's mentions of the one whose sentence is told: the first, where ids were merged. */
  readonly told: number;
  /** Other addresses than the card's under which this article's source has it. */
  readonly hrefs: readonly string[];
}

/** A page of `content/pages/` in its place. */
export interface SitePage {
  readonly summary: StandaloneSummary;
  readonly url: string;
}
