import type { Diagnostic } from '../diagnostic.ts';
import type { UrlsByFile } from './article-urls.ts';
import type { HostUse } from './host-budget.ts';
import type { SiteSize } from './measure-site.ts';
import type { SlowArticle } from './slowest-articles.ts';

/** The outcome of one build, for tools. */
export interface BuildReport {
  /** `read` = `published` + `drafts` + `future` + `quarantined`. */
  readonly articles: {
    readonly read: number;
    readonly published: number;
    readonly drafts: number;
    readonly future: number;
    readonly quarantined: number;
  };
  readonly quarantine: readonly QuarantineEntry[];
  /** What was repaired or looks wrong in articles that are published. */
  readonly warnings: readonly QuarantineEntry[];
  /** Files of the output folder. */
  readonly pages: { readonly written: number; readonly unchanged: number; readonly removed: number };
  /** What a deploy has to upload and to delete; paths relative to the output folder. */
  readonly changes: { readonly written: readonly string[]; readonly removed: readonly string[] };
  /** Size of the whole site, and of its largest parts. */
  readonly site: SiteSize;
  /** How much of its hosts' limits the site takes. */
  readonly hosts: readonly HostUse[];
  /** Articles taken from the store without being cleaned again. */
  readonly reused: number;
  /** Articles that took longest to clean, of those that this build cleaned; at most ten. */
  readonly slowest: readonly SlowArticle[];
  /** Wall time by stage, in ms. */
  readonly durationMs: { readonly [stage: string]: number };
  /** Sum over all processes of each one's largest resident set. */
  readonly peakMemoryBytes: number;
}

/** What `--report` writes. */
export interface WrittenReport extends BuildReport {
  readonly urls: UrlsByFile;
}

export interface QuarantineEntry {
  /** Relative to the content folder. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
}

/** A diagnostic as the report lists it. */
export function toEntry({ file, line, column, rule, message, hint }: Diagnostic): QuarantineEntry {
  return { file, line, column, rule, message, ...(hint === undefined ? {} : { hint }) };
}
