import type { ArticleUrls } from './article-urls.ts';
import type { BuildReport } from './build-report.ts';

/** What a build is asked for. Folders are absolute or relative to the working folder. */
export interface BuildOptions {
  /** Holds `site.yaml`, `articles/` and `pages/`; or articles directly. */
  readonly content: string;
  readonly output: string;
  readonly cache: string;
  /** Worker processes, at least 1. */
  readonly workers: number;
  /** Publish drafts too. */
  readonly drafts: boolean;
  /** Publish articles dated after `now` too. */
  readonly future: boolean;
  /** Forget the store and the previous output. */
  readonly clean: boolean;
  /** The instant "future" is measured from, UTC, in ms. */
  readonly now: number;
  /** Told the report as soon as it is there: a large store is still being summed up then. */
  readonly onReport?: (report: BuildReport, urls: ArticleUrls) => void;
  /** Told how far the build is; may be called often. */
  readonly onProgress?: (progress: BuildProgress) => void;
}

export interface BuildProgress {
  readonly stage: BuildStage;
  readonly done: number;
  readonly total: number;
}

export type BuildStage = 'read' | 'clean' | 'arrange' | 'index' | 'render' | 'write';

/** A build that can't be done as asked: the message says why and what to do, and is all that is shown. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
