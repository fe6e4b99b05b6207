import path from 'node:path';
import { broadsheet } from '../builders/broadsheet.ts';
import { articleToEdit, type CorpusChoice, editArticle } from '../compare/cases.ts';
import { writeCorpora } from '../compare/write-corpora.ts';
import { measureCommand } from './measure-command.ts';
import {
  commitWorkspace,
  placeFile,
  removeLeftovers,
  resetWorkspace,
  settleDisk,
  workspaceOf,
} from './workspace.ts';

/** What the content has been through since it was last checked, in the order in which it is measured. */
export const CHECK_CASES = Object.freeze(['cold', 'unchanged', 'edited'] as const);
export type CheckCase = (typeof CHECK_CASES)[number];

export interface CheckSample {
  readonly case: CheckCase;
  readonly wallMs: number;
  /** Undefined where there is no `/proc`. */
  readonly cpuMs: number | undefined;
}

export interface CheckOptions extends CorpusChoice {
  /** Times each case is measured, at least 1. */
  readonly runs: number;
  readonly scratch: string;
  /** Commit the content first, as an author's clone has it. */
  readonly git: boolean;
  readonly onStep: (line: string) => void;
}

const command = {
  program: process.execPath,
  args: [
    path.resolve(import.meta.dirname, '../../bin/broadsheet.mjs'),
    ...['check', '--content', 'content', '--cache', '.cache'],
  ],
  env: {},
};

/**
 * What `npm run check` takes: without a cache, then with all that it knows from the time before, then after an article was
 * edited. Before each the disk is left to settle.
 */
export async function measureCheck(options: CheckOptions): Promise<readonly CheckSample[]> {
  const workspace = workspaceOf(options.scratch, broadsheet);
  const log = path.join(options.scratch, 'check.log');
  resetWorkspace(workspace, broadsheet);
  options.onStep(`writing ${options.articles} articles`);
  writeCorpora(options, [{ builder: broadsheet, workspace }]);
  if (options.git) commitWorkspace(workspace, broadsheet);
  // Commands are compiled once for each state of the code; that is no part of a check.
  await measureCommand({ ...command, args: [command.args[0]!, 'check', '--help'] }, { cwd: workspace, log });
  const article = articleToEdit(options);
  const samples: CheckSample[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    placeFile(workspace, broadsheet.placeArticle(article));
    removeLeftovers(workspace, broadsheet);
    for (const name of CHECK_CASES) {
      if (name === 'edited') placeFile(workspace, broadsheet.placeArticle(editArticle(article, run)));
      settleDisk();
      const { wallMs, cpuMs } = await measureCommand(command, { cwd: workspace, log });
      options.onStep(`${options.articles} articles, run ${run}: check, ${name}: ${Math.round(wallMs)} ms`);
      samples.push({ case: name, wallMs, cpuMs });
    }
  }
  return samples;
}
