/**
 * An `error` keeps the article from being published; a `warning` says what was repaired or looks wrong; an `info`, which
 * only `npm run check` gives, what could be better and seldom is.
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing that is wrong (or was repaired) in something an author wrote: where it is, what was found,
 * and what to do about it. Every room reports through this type; only the command line prints it.
 */
export interface Diagnostic {
  /** The file, relative to the content folder, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units, as editors count. */
  readonly column: number;
  readonly severity: Severity;
  /** Kebab-case and permanent, e.g. `invalid-date`. */
  readonly rule: string;
  /** What was found, one sentence. */
  readonly message: string;
  /** What was expected and what to do, one sentence. */
  readonly hint?: string;
}
