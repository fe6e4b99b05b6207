import type { Builder, BuilderName } from '../builders/builder.ts';
import type { OutputCount } from '../measure/classify-output.ts';
import type { Cost } from '../measure/measure-command.ts';
import type { CaseName } from './cases.ts';

/** One build. */
export interface Sample extends Cost {
  readonly builder: BuilderName;
  readonly case: CaseName;
  /** From 0. Builds of one run were measured one right after the other. */
  readonly run: number;
  /** Files of the output that were written. */
  readonly written: number;
  /** Broadsheet's own account, in ms by stage. */
  readonly stages?: { readonly [stage: string]: number };
}

export interface MeasuredBuilder {
  readonly builder: Builder;
  readonly version: string;
  /** Of the whole corpus, built cold. */
  readonly output: OutputCount;
}

/** All builders on one corpus. */
export interface Comparison {
  readonly articles: number;
  readonly corpusBytes: number;
  readonly builders: readonly MeasuredBuilder[];
  readonly samples: readonly Sample[];
  /** Somebody saved a file of Broadsheet's code meanwhile: builds then do again what is kept by version, and count for nothing. */
  readonly generatorChanged: boolean;
}
