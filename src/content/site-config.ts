import type { HostProfile } from './host-profiles.ts';
import type { RuleLevel } from './rule-levels.ts';

/**
 * What `content/site.yaml` says, checked and completed with defaults: the operator's and author's policy.
 * It is plain, frozen data, is ours (trusted), and is handed to every room as an argument.
 */
export interface SiteConfig {
  readonly title: string;
  readonly description: string;
  /** Absolute URL of the home page, ending in `/`, e.g. `https://news.example.com/` or `https://u.github.io/news/`. */
  readonly url: string;
  /** The path of `url`: `/` or `/news/`. Every link of the site begins with it. */
  readonly basePath: string;
  /** BCP 47, e.g. `zh-CN`. */
  readonly language: string;
  /** IANA name, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
  /** How articles' addresses are made; see `permalinkNames`. Absent: `/p/:id/`. */
  readonly permalink?: string;
  /** What a designer would set. Absent: all as the layouts have it. */
  readonly theme?: ThemeConfig;
  /** What single sources are kept from. Absent or empty: nothing. */
  readonly sources?: readonly SourceConfig[];
  /** Publisher's name; defaults to `title`. */
  readonly author: string;
  /** Links of the header, in order. Empty: the top categories. */
  readonly menu: readonly MenuItem[];
  /** Links of the footer. */
  readonly footer: readonly MenuItem[];
  /** Order, colour, description and merged variants of categories, by path. */
  readonly categories: readonly CategoryConfig[];
  /** Who writes, by the names that articles give. Others have only a name. */
  readonly authors: readonly AuthorConfig[];
  readonly projects: ProjectPolicy;
  readonly pagination: {
    /** Articles a list page, 1 to 500. */ readonly size: number;
  };
  /** How paragraphs are told apart: by space between them, or by an indent, as books do. Absent: `spaced`. */
  readonly paragraphs?: 'spaced' | 'indented';
  readonly shareImages: {
    /** Newest articles without a picture of their own that get one with their title, 0 to 200. */ readonly articles: number;
  };
  readonly excerpt: {
    /** In graphemes, at least 20. */ readonly length: number;
  };
  readonly feeds: {
    /** Newest articles in a feed, 1 to 200. */ readonly size: number;
    /** Whole bodies, or excerpts only. */ readonly fullText: boolean;
    /** What a project's feed tells of an article. */ readonly projects: 'sentences' | 'full';
    /** Feeds of others whose items become articles: `npm run import -- feeds`. */
    readonly sources: readonly FeedSourceConfig[];
  };
  readonly embeds: {
    /** Hosts whose https iframes are kept, exact matches. */ readonly hosts: readonly string[];
  };
  readonly admin: AdminConfig;
  readonly check: {
    /** By rule, where it is not the rule's own. */ readonly rules: Readonly<Record<string, RuleLevel>>;
  };
  readonly limits: Limits;
  /** Where the site is published: what each host lets it be. Empty: not said. */
  readonly hosts: readonly HostProfile[];
}

/** Rules for the articles of one source: it has a `host`, a `path`, or both, which then must both hold. */
export interface SourceConfig {
  /** Of the article's `source`, in lower case; its subdomains are meant too. */
  readonly host?: string;
  /** A folder of the articles folder, NFC, without slashes at its ends. */
  readonly path?: string;
  /** `false`: its articles are drafts. */
  readonly publish?: false;
  /** Elements: `aside`, `.share`, `#related`, `div.box.ad`. */
  readonly drop?: readonly string[];
  /** Texts of whole blocks, with `*` for anything. */
  readonly dropText?: readonly string[];
  /** Hosts of pictures, in lower case; their subdomains are meant too. */
  readonly dropImages?: readonly string[];
}

/** Each absent: as the layouts have it. Readers choose otherwise, but for the accent. */
export interface ThemeConfig {
  /** `system` follows the reader's. */
  readonly appearance?: 'system' | 'light' | 'sepia' | 'dark';
  /** `#rrggbb`, legible on the papers of the light and sepia themes. */
  readonly accent?: string;
  /** `#rrggbb`, legible on those of the dark theme. Absent: the accent, made lighter. */
  readonly accentDark?: string;
  readonly textSize?: 'small' | 'medium' | 'large' | 'huge';
  readonly lineWidth?: 'narrow' | 'normal' | 'wide';
  readonly typeface?: 'sans' | 'serif';
}

/** A page for writing in the browser, which commits to the site's repository. */
export interface AdminConfig {
  /** Who keeps the repository. */
  readonly backend: 'github' | 'gitlab';
  /** `owner/name`; empty: there is no such page. */
  readonly repo: string;
  readonly branch: string;
  /** The content folder in the repository, with forward slashes. */
  readonly folder: string;
}

export interface MenuItem {
  readonly title: string;
  /** Site-relative path or absolute http(s) URL. */
  readonly url: string;
}

export interface FeedSourceConfig {
  /** Absolute http(s) address of an RSS, Atom or JSON feed. */
  readonly url: string;
  /** Where its articles are filed, from parent to child. Empty: under the feed's title. */
  readonly category: readonly string[];
}

export interface CategoryConfig {
  /** From parent to child. */
  readonly path: readonly string[];
  /** Position among its siblings in menus; lower first. Unlisted categories follow, by name. */
  readonly order: number;
  /** `#rrggbb`; absent: drawn from the name. */
  readonly color?: string;
  readonly description?: string;
  /** Paths that mean the same category, written as in articles. */
  readonly aliases: readonly (readonly string[])[];
}

export interface AuthorConfig {
  readonly name: string;
  /** Site-relative path or absolute http(s) URL of a picture. */
  readonly portrait?: string;
  /** Plain text. */
  readonly bio?: string;
  /** Absolute http(s) URL of a page elsewhere. */
  readonly url?: string;
}

export interface ProjectPolicy {
  /** `internal`: to `/projects/<id>/`; `external`: to the source's page; `text`: no link. */
  readonly links: 'internal' | 'external' | 'text';
  /** Names that are never a link. */
  readonly ignore: readonly string[];
  /** Names that are always a link. */
  readonly always: readonly string[];
  /** Projects that sources know by several ids, or under a name that is not theirs. No id is in two of them. */
  readonly aliases?: readonly ProjectAlias[];
}

export interface ProjectAlias {
  /** Ids of one project, in lower case, at least one. The one that is mentioned first gives the page its address. */
  readonly ids: readonly string[];
  /** What the project's page is called. Absent: as its oldest mention has it. */
  readonly name?: string;
}

/** Bounds on hostile input. An article over one is quarantined by name, never truncated. */
export interface Limits {
  /** Bytes of a source file. */
  readonly fileBytes: number;
  /** Elements nested in one another. */
  readonly depth: number;
  /** Elements in a body. */
  readonly elements: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** Images in a body. */
  readonly images: number;
  /** Ms a worker may spend on one article before it is killed. */
  readonly articleMs: number;
  /** MiB of heap of a worker. */
  readonly workerMegabytes: number;
}
