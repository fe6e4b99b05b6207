import type { Thumbnail } from './article-summary.ts';
import type { BodyPictureSizes } from './picture-sizes.ts';
import type { ProjectLinkKind } from './project-sources.ts';
import type { LocalMonth } from './site-calendar.ts';

/**
 * The pages of the site, as data. A page holds everything its layout shows but two things: the body of an article
 * (named by `bodyDigest`) and the chrome that all pages share. So a page's key is the digest of its data, and a page
 * changes only when something it shows does. All of it is plain JSON. URLs are site-relative paths that begin with `/`,
 * without the site's base path, not percent-encoded; `href` (link.ts) makes them ready for an attribute.
 */
export type Page =
  | HomePage
  | ArticlePage
  | CategoryPage
  | CategoryIndexPage
  | ListPage
  | ArchiveIndexPage
  | TermIndexPage
  | ProjectPage
  | ProjectIndexPage
  | StandalonePage
  | SearchPage
  | NotFoundPage
  | OfflinePage
  | RedirectPage;

export interface PageBase {
  /** Site-relative, ends in `/` or in a file name. Unique in the site, also when case and Unicode form are folded. */
  readonly url: string;
  /** Plain text, for `<title>` and `<h1>`. */
  readonly title: string;
}

/** What every page shows around its content: a change of it rewrites the whole site, so it holds no counts. */
export interface SiteChrome {
  readonly title: string;
  readonly description: string;
  /** Absolute, ends in `/`. */
  readonly siteUrl: string;
  /** `/` or `/news/`. */
  readonly basePath: string;
  readonly language: string;
  readonly timeZone: string;
  readonly author: string;
  readonly menu: readonly Link[];
  readonly footer: readonly Link[];
  /** Bodies indent their paragraphs, and leave no space between them; absent: the other way round. */
  readonly indentsParagraphs?: boolean;
  /** How pages look until their reader chooses: values of the reader's controls, by name. Absent: as the layouts have it. */
  readonly readerDefaults?: { readonly [name: string]: string };
  /** URLs of hashed assets by logical name, e.g. `site.css` → `/assets/site.3f2a.css`. */
  readonly assets: { readonly [name: string]: string };
  /** Hosts whose frames the pages' Content-Security-Policy allows; absent: none. */
  readonly embedHosts?: readonly string[];
  /** Feeds of the whole site, which pages announce; absent: none. */
  readonly feeds?: readonly FeedLink[];
}

/** A feed as `<link rel="alternate">` names it. */
export interface FeedLink extends Link {
  /** Media type, e.g. `application/rss+xml`. */
  readonly type: string;
}

export interface Link {
  readonly title: string;
  /** Site-relative path or absolute http(s) URL. */
  readonly url: string;
}

/** An author as articles name them. */
export interface AuthorLink extends Link {
  /** Site-relative path or absolute http(s) URL of a picture. */
  readonly portrait?: string;
}

/** What `site.yaml` says of an author. */
export interface AuthorProfile {
  readonly portrait?: string;
  /** Plain text. */
  readonly bio?: string;
  /** Absolute http(s) URL of a page elsewhere. */
  readonly website?: string;
}

/** A name in a path of categories; the colour is inherited from the top category. */
export interface CategoryLink extends Link {
  /** `#rrggbb`. */
  readonly color: string;
  /** Whether it has a share image of its own: of top categories, those that `site.yaml` lists and the oldest others. */
  readonly hasShareImage?: true;
}

/** An article as lists show it. */
export interface ArticleCard {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
  /** UTC instant, ms. */
  readonly date: number;
  readonly thumbnail?: Thumbnail;
  /** First category path, parent to child; empty when uncategorized. */
  readonly category: readonly CategoryLink[];
  readonly author?: string;
  readonly readingMinutes: number;
  readonly lang?: string;
  readonly pinned?: boolean;
  readonly draft?: boolean;
}

/** A category with what is in it. */
export interface CategoryNode extends CategoryLink {
  /** Articles in it and in all below it. */
  readonly count: number;
  readonly description?: string;
  readonly children: readonly CategoryNode[];
}

export interface TermCount extends Link {
  readonly count: number;
}

export interface ProjectCard {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly logo?: string;
  readonly href?: string;
}

/** A project as an article that names it shows it. Nothing of it is newer than the article, so that no later one changes it. */
export interface ArticleProject extends ProjectCard {
  /** The last article before this one that names it. */
  readonly previous?: DatedLink;
}

export interface DatedLink extends Link {
  /** UTC instant, ms. */
  readonly date: number;
}

/** What the links to projects in a page's body lead to. */
export interface ProjectTargets {
  /** From ids in the body that were merged into another project's to that project's. Absent: none was. */
  readonly movedProjects?: { readonly [id: string]: string };
}

export interface HomePage extends PageBase {
  readonly kind: 'home';
  readonly lead?: ArticleCard;
  readonly latest: readonly ArticleCard[];
  /** One for each top category, in the menu's order; only those with articles. */
  readonly sections: readonly {
    readonly category: CategoryLink;
    readonly articles: readonly ArticleCard[];
  }[];
  /** Most mentioned in the last weeks of content. */
  readonly projects: readonly (ProjectCard & { readonly count: number })[];
}

export interface ArticlePage extends PageBase, ProjectTargets {
  readonly kind: 'article';
  readonly date: number;
  readonly updated?: number;
  readonly lang?: string;
  /** Every path of the article; the first is the breadcrumb. */
  readonly categories: readonly (readonly CategoryLink[])[];
  readonly tags: readonly Link[];
  readonly authors: readonly AuthorLink[];
  readonly thumbnail?: Thumbnail;
  /** Whether it has a share image of its own: the newest articles without a picture that can be shared may. */
  readonly hasShareImage?: true;
  readonly excerpt: string;
  readonly sourceUrl?: string;
  readonly readingMinutes: number;
  readonly wordCount: number;
  readonly toc?: boolean;
  readonly comments: boolean;
  readonly draft: boolean;
  /** In the future of the build's instant; only seen with `--future`. */
  readonly future: boolean;
  readonly projects: readonly ArticleProject[];
  /** Older articles only, so that a new article changes no old page. */
  readonly related: readonly ArticleCard[];
  /** Neighbours in the first category path (in the site when uncategorized), by date. */
  readonly previous?: Link;
  readonly next?: Link;
  /** Names the body in the store. */
  readonly bodyDigest: string;
  /** Of the site's own pictures in the body, where it does not tell; absent: of none. */
  readonly pictureSizes?: BodyPictureSizes;
}

/** The front of a category: its newest articles, its children. Its older articles are on numbered list pages. */
export interface CategoryPage extends PageBase {
  readonly kind: 'category';
  /** From the top category to this one. */
  readonly path: readonly CategoryLink[];
  readonly description?: string;
  readonly count: number;
  readonly children: readonly { readonly category: CategoryLink; readonly count: number }[];
  readonly lead?: ArticleCard;
  readonly articles: readonly ArticleCard[];
  readonly older?: Link;
  /** Site-relative URL of its RSS feed; only top categories have one. */
  readonly feed?: string;
}

/** The tree of all categories, with counts. */
export interface CategoryIndexPage extends PageBase {
  readonly kind: 'category-index';
  readonly categories: readonly CategoryNode[];
}

/**
 * A list of articles, newest first: the front of a month, tag or author, or a numbered page of any list.
 * Pages are numbered from the oldest, so page 1 keeps its articles for ever.
 */
export interface ListPage extends PageBase {
  readonly kind: 'list';
  readonly list: 'latest' | 'category' | 'month' | 'tag' | 'author';
  /** From the outermost page to the parent of this one: of a numbered page, the front of the list. */
  readonly breadcrumb: readonly Link[];
  /** Absent on the front, which shows the newest. */
  readonly pageNumber?: number;
  /** Articles in the whole list; only on the front, since it changes with each new article. */
  readonly count?: number;
  /** Of an author who is described; only on the front. */
  readonly profile?: AuthorProfile;
  /** Of a month; only on the front. */
  readonly calendar?: MonthCalendar;
  readonly articles: readonly ArticleCard[];
  readonly newer?: Link;
  readonly older?: Link;
}

/** The days of a month, and the ways to the months beside it. */
export interface MonthCalendar extends LocalMonth {
  /** Ascending; only days with articles. */
  readonly days: readonly {
    /** 1 to 31. */
    readonly day: number;
    readonly count: number;
    /** The page that shows the newest of them. */
    readonly url: string;
  }[];
  /** The last month before this one that has articles. */
  readonly previous?: Link;
  readonly next?: Link;
}

export interface ArchiveIndexPage extends PageBase {
  readonly kind: 'archive-index';
  /** Newest first. */
  readonly years: readonly {
    readonly year: number;
    readonly count: number;
    /** `month` 1 to 12, ascending; only months with articles. */
    readonly months: readonly { readonly month: number; readonly count: number; readonly url: string }[];
  }[];
}

/** All tags or all authors, with counts. */
export interface TermIndexPage extends PageBase {
  readonly kind: 'term-index';
  readonly taxonomy: 'tag' | 'author';
  readonly terms: readonly TermCount[];
}

export interface ProjectPage extends PageBase {
  readonly kind: 'project';
  readonly project: ProjectCard;
  /** Other names used for it, in order of first use. A numbered page tells names, count and latest mention as of its own time. */
  readonly names: readonly string[];
  readonly count: number;
  /** UTC instants, ms. */
  readonly firstMention: number;
  readonly latestMention: number;
  /** Newest first. */
  readonly articles: readonly ArticleCard[];
  /** Of each of them, the sentence that names the project, plain text; "" when it is not known. */
  readonly sentences: readonly string[];
  /** All ids that sources have for it; absent when there is but one. With the articles they decide the sentences. */
  readonly ids?: readonly string[];
  readonly pageNumber?: number;
  readonly newer?: Link;
  readonly older?: Link;
  /** Sources' pages about it, the oldest first. These and the following are of the whole project, so only the front has them. */
  readonly links?: readonly ProjectLink[];
  /** Articles a month, or a year (without `month`), from the first mention to the latest; absent when there is but one. */
  readonly timeline?: readonly {
    readonly year: number;
    /** 1 to 12, in the site's time zone. */
    readonly month?: number;
    readonly count: number;
  }[];
  /** Projects that are named in the same articles, with how many of them; most first. */
  readonly companions?: readonly (ProjectCard & { readonly count: number })[];
  /** Site-relative URL of its RSS feed. */
  readonly feed?: string;
}

/** A page elsewhere, with what it is. */
export interface ProjectLink {
  /** Absolute http(s) URL. */
  readonly href: string;
  readonly kind: ProjectLinkKind;
}

/** The index of projects, or the names of one letter. */
export interface ProjectIndexPage extends PageBase {
  readonly kind: 'project-index';
  /** Most mentioned first, the first few. */
  readonly projects: readonly (ProjectCard & { readonly count: number; readonly latestMention: number })[];
  /** As `projects`, by the articles of the last weeks of content, which `count` counts. */
  readonly active?: ProjectIndexPage['projects'];
  /** All projects, or all of the letter. */
  readonly total?: number;
  /** By the first letter of their names. */
  readonly initials?: readonly ProjectInitial[];
  /** The letter that the page is about; absent on the index. */
  readonly initial?: string;
}

/** The projects whose names begin with one letter (Chinese names: their pinyin). */
export interface ProjectInitial {
  /** `A` to `Z`, or `#` for all others. */
  readonly initial: string;
  readonly count: number;
  /** Where the names are when they are not here. */
  readonly url?: string;
  readonly names: readonly Link[];
}

/** A page of `content/pages/`, such as about. */
export interface StandalonePage extends PageBase, ProjectTargets {
  readonly kind: 'standalone';
  /** Those that the body names; absent: none. */
  readonly projects?: readonly ProjectCard[];
  readonly excerpt: string;
  readonly lang?: string;
  readonly updated?: number;
  readonly bodyDigest: string;
  /** As an article's. */
  readonly pictureSizes?: BodyPictureSizes;
}

export interface SearchPage extends PageBase {
  readonly kind: 'search';
}

export interface NotFoundPage extends PageBase {
  readonly kind: 'not-found';
}

/** What readers see of a page that was never read on their device, when there is no network. */
export interface OfflinePage extends PageBase {
  readonly kind: 'offline';
}

/** An alias: sends the reader to where the article is now. */
export interface RedirectPage extends PageBase {
  readonly kind: 'redirect';
  readonly target: string;
}
