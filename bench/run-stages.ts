import type { BenchOptions } from './bench-options.ts';
import { broadsheet } from './builders/broadsheet.ts';
import { compareBuilders } from './compare/compare-builders.ts';
import { measureRooms } from './measure/measure-rooms.ts';
import { claimScratch, hasGit } from './measure/workspace.ts';
import { formatCount } from './report/format-quantity.ts';
import { formatTable } from './report/table.ts';
import { tabulateRooms, tabulateStages } from './report/tabulate-stages.ts';

/** Enough for a steady mean; more would only take longer. */
const MOST_ARTICLES_IN_ONE_PROCESS = 1000;

/** Shows where Broadsheet's time goes: by stage of whole builds, and by room in one process. */
export async function runStages(options: BenchOptions): Promise<void> {
  const { scratch, cases, runs, seed } = options;
  claimScratch(scratch);
  const builders = [{ builder: broadsheet, version: 'this' }];
  const git = options.git && hasGit();
  const onBuild = (line: string) => process.stderr.write(`${line}\n`);
  for (const articles of cases.length > 0 ? options.articles : []) {
    const comparison = await compareBuilders({
      articles,
      seed,
      builders,
      cases,
      runs,
      scratch,
      git,
      onBuild,
    });
    process.stdout.write(`${formatCount(articles)} articles\n\n${formatTable(tabulateStages(comparison))}\n`);
  }
  const articles = Math.min(MOST_ARTICLES_IN_ONE_PROCESS, options.articles[0] ?? 0);
  process.stdout.write(formatTable(tabulateRooms(await measureRooms({ articles, seed, passes: runs }))));
}
