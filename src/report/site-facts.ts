import type { BuildRecord } from '../build/build-history.ts';
import type { BuildReport } from '../build/build-report.ts';

/** All that the report shows is made of this. */
export interface SiteFacts {
  readonly title: string;
  /** Absolute. */
  readonly url: string;
  /** IANA name: days are counted in it. */
  readonly timeZone: string;
  readonly report: BuildReport;
  /** The published ones. */
  readonly articles: readonly ReportedArticle[];
  readonly pages: readonly ReportedPage[];
  /** How much is sent over the wire. */
  readonly transfer: Transfer;
  /** The oldest first. */
  readonly builds: readonly BuildRecord[];
  /** Where a file of the content folder can be looked at. @param line - 1-based. */
  readonly findSource: (file: string, line: number) => string;
}

export interface ReportedArticle {
  /** UTC instant, ms. */
  readonly date: number;
  /** Who it comes from: `36kr.com`, or the category that stands for a source. */
  readonly source: string;
  /** From parent to child; empty: under none. */
  readonly category: readonly string[];
}

export interface ReportedPage {
  /** Relative to the output folder. */
  readonly file: string;
  readonly bytes: number;
  readonly isArticle: boolean;
}

/** Measured on a sample of the pages, gzipped as hosts do. In bytes. */
export interface Transfer {
  /** Pages that were measured. */
  readonly sample: number;
  readonly median: number;
  /** 95 of 100 pages are not larger. */
  readonly most: number;
  /** Styles and scripts that the first page brings along; they are kept for the others. */
  readonly assets: number;
}
