import type { CheckRecord } from '../check/check-record.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PreviousIndex } from '../search/plan-index.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import type { ArticleUrls } from './article-urls.ts';
import type { BundledFile } from './assets.ts';
import type { BuildReport } from './build-report.ts';
import type { PackedArticle } from './packed-article.ts';
import type { PageParts } from './page-parts.ts';
import type { StoredBody } from './stored-body.ts';

/**
 * What builds remember; `lmdb-store.ts` keeps it. The rules:
 *
 * - An article's record, and what the search index knows of it, is named by the digest of its path, its bytes and
 *   everything that steers its cleaning (`articleKey`); a body by the digest of its cleaned HTML; an output file by its path. Records never change under
 *   their name, but for output files, whose record says what the last build wrote there.
 * - What the search index knows of an article also depends on its place in the site (names of its categories and
 *   projects); it says of what it was made, and is made anew when that has changed.
 * - Nothing holds a time or an absolute path, so a store can be carried to another machine.
 * - A store of another format is thrown away whole.
 * - One process writes it; workers may read it at the same time. Transactions keep them apart.
 */
export interface Store {
  getArticle(key: string): PreparedArticle | undefined;
  /** With its body. */
  putArticle(key: string, article: PackedArticle): void;
  /** What became of every source of the last build, in no order. */
  articles(): Iterable<PreparedArticle>;
  /** Brief records of articles, as `packBriefs` has them: see `ArticleRecords`. */
  getBriefs(part: BriefPart): Uint8Array | undefined;
  putBriefs(part: BriefPart, packed: Uint8Array): void;
  hasArticle(key: string): boolean;
  /** Whether it has no record of any article, nor of the check of any source. */
  isEmpty(): boolean;
  /** Notes that records are about to be put that no build has named yet: until `prune` there may be some that none will. */
  beginArticles(): void;
  /** Whether an article's date was taken from git or the file system, so that its record may be out of date. */
  isDatedFromOutside(key: string): boolean;
  /** Whether there is any such article. */
  hasDatesFromOutside(): boolean;
  getBody(bodyDigest: string): StoredBody | undefined;
  /** The same as it is kept: see `unpackBody`. */
  getPackedBody(bodyDigest: string): Uint8Array | undefined;
  /** @param packed - As `packBody` has it. */
  putBody(bodyDigest: string, packed: Uint8Array): void;
  /** What the search index knows of an article, by the article's key. */
  getTerms(key: string): StoredTerms | undefined;
  putTerms(key: string, terms: StoredTerms): void;
  /** The search index that the last build left. */
  getSearchIndex(): StoredSearchIndex | undefined;
  putSearchIndex(index: StoredSearchIndex): void;
  /** What `check` found in a source, named as articles are, by the digest of what steers both. */
  getCheck(key: string): CheckRecord | undefined;
  putCheck(key: string, record: CheckRecord): void;
  /** Drops every check that is not named. */
  pruneChecks(keys: ReadonlySet<string>): Promise<void>;
  /** What the last check found, and a digest of all that it was made of. */
  getLastCheck(): LastCheck | undefined;
  putLastCheck(check: LastCheck): void;
  /** Bundled assets, by digest of the layouts. Only the latest are kept. */
  getBundle(key: string): readonly BundledFile[] | undefined;
  putBundle(key: string, files: readonly BundledFile[]): void;
  /** Records of all output files of the last build. */
  getOutputs(): SpelledOutputs | undefined;
  /** Call before `putState`, which says that the files are what these tell. */
  putOutputs(outputs: SpelledOutputs): void;
  /** What a page was made of when it was last written, and why it was. */
  getParts(file: string): PageParts | undefined;
  getCauses(file: string): readonly string[] | undefined;
  putParts(file: string, parts: PageParts, causes: readonly string[]): void;
  removeParts(file: string): void;
  getState(): BuildState | undefined;
  putState(state: BuildState): void;
  /** What the last build was made of; absent when the same inputs need not give the same outcome. */
  getLastBuild(): LastBuild | undefined;
  putLastBuild(last: LastBuild): void;
  /** How that build ended, if it came so far as to say so. */
  getLastOutcome(): LastOutcome | undefined;
  forgetLastBuild(): void;
  /** Reads every record. @throws When one can't be read. */
  inspect(): void;
  /**
   * Names the articles and bodies of this build, and drops every other article, its search record, and every other body.
   *
   * @param articleKeys - Cheapest in the order of the last build.
   * @param listBodyDigests - Asked when there is an article to drop.
   */
  prune(articleKeys: readonly string[], listBodyDigests: () => ReadonlySet<string>): Promise<void>;
  /** Resolves when all that was put can be read, by this and other processes, and survives this one. */
  committed(): Promise<void>;
  /** Resolves when all that was put survives the machine. */
  flushed(): Promise<void>;
  /** Whether its file is worth being copied without what is free in it. */
  isMostlyFree(): boolean;
  close(): Promise<void>;
  /** Closes it, having made its file as small as it can be. No other process may have it open. */
  closeCompacted(): Promise<void>;
}

/** Of the brief records nearly all, and those that came since. */
export type BriefPart = 'settled' | 'recent';

/** What became of one source: everything but its body, or why it is not published. */
export type PreparedArticle =
  | SoundArticle
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export interface SoundArticle {
  readonly ok: true;
  readonly summary: ArticleSummary;
  readonly diagnostics: readonly Diagnostic[];
  /** The date came from outside the file (git's or the file system's): the record must not be reused unseen. */
  readonly datedFromOutside?: boolean;
}

/** The search record of an article. */
export interface StoredTerms {
  /** Of all that the record is made of; see `digest`. */
  readonly digest: string;
  readonly record: Uint8Array;
}

/** A search index as the next build has to know it. */
export interface StoredSearchIndex extends PreviousIndex {
  /** Digest of the code that made it. */
  readonly code: string;
}

/** What the last build knows of one file in the output folder. */
export interface OutputRecord {
  /** Digest of everything the file shows: equal keys, equal bytes. */
  readonly key: string;
  /** Digest of the bytes. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
}

/** Records of a whole output as the store keeps them: see `OutputRecords`. */
export interface SpelledOutputs {
  /** Digest of what all pages depend on. */
  readonly common: string;
  /** In the order of their records. */
  readonly parts: readonly SpelledPart[];
  /** A line for each file: see `spellLine`. */
  readonly bytes: Uint8Array;
}

/** Records that are kept together: those of the pages of a group, or of the files of none. */
export interface SpelledPart {
  /** The group's; "" for the files of none. */
  readonly name: string;
  /** What stood for the group's pages when they were last looked at: see `PageGroup`. */
  readonly identity?: string;
  /** In bytes. */
  readonly length: number;
  readonly files: number;
}

/** A build that can be repeated by doing nothing. */
export interface LastBuild {
  /** Digest of everything the build was made of, but for the instant. */
  readonly inputs: string;
  /** Stands for the same, as far as git can vouch for it without a file being read: see `vouchForInputs`. */
  readonly vouched?: string;
  /** Sources of articles that could be read. */
  readonly articles: number;
  /** The instants for which the same articles are in the future, UTC, in ms: from (inclusive), until (exclusive). */
  readonly validFrom: number;
  readonly validUntil: number | null;
  /** The name of its outcome: see `last-outcome.ts`. */
  readonly outcome: string;
}

/** A check that can be repeated by doing nothing. */
export interface LastCheck {
  readonly inputs: string;
  /** Names of its records, parted by spaces. None of them can be out of date. */
  readonly keys: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a build ended. */
export interface LastOutcome {
  readonly report: BuildReport;
  readonly urls: ArticleUrls;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where the last build ended. */
export interface BuildState {
  /** Digest of the whole output; the output folder carries the same one, or is not the one this store describes. */
  readonly output: string;
  /** Files that a build set out to change and did not report done: what lies there is not known. */
  readonly pending: readonly string[];
}
