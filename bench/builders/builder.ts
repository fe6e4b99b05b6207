import type { GeneratedArticle } from '../corpus/generate-article.ts';

/** A generator that is measured. */
export interface Builder {
  readonly name: BuilderName;
  /** As people write it. */
  readonly label: string;
  /** Its site: a folder below `bench/peers/`, copied into the workspace; absent: it needs none. */
  readonly site?: string;
  /** Made of npm packages, which the site's `package.json` names exactly. */
  readonly fromNpm?: true;
  /** Measured once whatever `--runs` says: its builds take minutes. */
  readonly once?: true;
  /** Asks git what changed: its content is committed before each build, as a push would have it. */
  readonly readsGit?: true;
  /** What its builds leave in the workspace, the output first. All of it is removed before a cold build. */
  readonly leftovers: readonly [output: string, ...others: string[]];
  /** Kinds of output files by path; the first that matches counts. What none matches counts as `other`. */
  readonly kinds: readonly (readonly [kind: OutputKind, pattern: RegExp])[];
  /** @returns Undefined where it is not installed. */
  findVersion(workspace: string): string | undefined;
  /** Where the article goes in the workspace, and what stands in the file. */
  placeArticle(article: GeneratedArticle): PlacedFile;
  /** Other files the content needs, for articles at these paths. */
  placeOthers(articlePaths: readonly string[]): readonly PlacedFile[];
  /** The build, in the workspace as working folder. */
  command(workspace: string): Command;
}

export type BuilderName = 'broadsheet' | 'hugo' | 'hexo' | 'eleventy';

/** The kinds of pages that all builders make, and files beside them. */
export type OutputKind =
  | 'article'
  | 'category'
  | 'author'
  | 'month'
  | 'latest'
  | 'tag index'
  | 'project'
  | 'feed'
  | 'sitemap'
  | 'other';

/** A file to be, relative to the workspace, with forward slashes. */
export interface PlacedFile {
  readonly path: string;
  readonly text: string;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Beside the environment of the benchmark. */
  readonly env?: { readonly [name: string]: string };
}
