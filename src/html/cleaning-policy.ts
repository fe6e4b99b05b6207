import type { Article } from '../content/article.ts';
import type { Limits, ProjectPolicy, SiteConfig, SourceConfig } from '../content/site-config.ts';
import type { ProjectJudge } from './project-judge.ts';

/** All that cleaning depends on besides the article and the code of this room: plain data, and the judge. */
export interface CleaningPolicy {
  /** `/` or `/news/`: project pages and site-relative URLs begin with it. */
  readonly basePath: string;
  /** Absolute URL of the home page, ending in `/`. Links below it are not external. */
  readonly siteUrl: string;
  /** BCP 47: the language of the labels that cleaning adds, unless the article has its own. Default `zh-CN`. */
  readonly language?: string;
  /** Hosts whose https iframes are kept, exact matches. */
  readonly embedHosts: readonly string[];
  readonly limits: Limits;
  readonly projects: ProjectPolicy;
  /** What is taken out of the bodies of single sources. Absent: nothing. */
  readonly sources?: readonly SourceConfig[];
  /** In graphemes, at least 20. */
  readonly excerptLength: number;
  /** Default: `createProjectJudge(projects)`. */
  readonly judgeProject?: ProjectJudge;
}

/** What cleaning reads of an article. */
export type CleanableArticle = Pick<
  Article,
  'sourcePath' | 'title' | 'format' | 'body' | 'bodyLine' | 'sourceUrl' | 'excerpt' | 'lang' | 'thumbnail'
> & {
  /** How diagnostics name the article: its path relative to the content folder. */
  readonly file: string;
};

/** The policy that the site's configuration asks for. */
export function policyFromConfig(config: SiteConfig): CleaningPolicy {
  return {
    basePath: config.basePath,
    siteUrl: config.url,
    language: config.language,
    embedHosts: config.embeds.hosts,
    limits: config.limits,
    projects: config.projects,
    ...(config.sources && { sources: config.sources }),
    excerptLength: config.excerpt.length,
  };
}
