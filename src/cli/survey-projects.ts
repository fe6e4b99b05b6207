import { readFileSync } from 'node:fs';
import { dateFromOutside } from '../build/fallback-date.ts';
import { openContent } from '../build/open-content.ts';
import type { PrepareItem } from '../build/worker-tasks.ts';
import { parseArticle } from '../content/parse-article.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { createBodyCleaner, policyFromConfig } from '../html/clean-body.ts';
import { createProjectJudge, type ProjectOccurrence } from '../html/project-judge.ts';
import { arrangeSite } from '../site/arrange-site.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import type { Site } from '../site/site.ts';
import { summarizeArticle } from '../site/summarize-article.ts';

/** A project-link as a tagger left it in an article. */
export interface SurveyedOccurrence {
  /** Relative to the content folder. */
  readonly file: string;
  readonly occurrence: ProjectOccurrence;
}

/** What a content folder says of projects. */
export interface ProjectSurvey {
  readonly config: SiteConfig;
  /** By file, then in order of the text. Links in headings, code and other links are not judged, and not here. */
  readonly occurrences: readonly SurveyedOccurrence[];
  /** The articles that were read, arranged. */
  readonly site: Site;
}

/**
 * Reads the project-links of a content folder as a build does, drafts and future articles included; nothing is stored.
 *
 * @param root - Absolute path of the content folder.
 * @param isWanted - Chooses articles by their source text. Every article that names no project is passed over anyway.
 */
export async function surveyProjects(
  root: string,
  isWanted: (source: string) => boolean = () => true,
): Promise<ProjectSurvey> {
  const { articles, config } = await openContent(root);
  const occurrences: SurveyedOccurrence[] = [];
  const read = createReader(config, occurrences);
  const summaries = articles.flatMap((item) => {
    const bytes = readFileSync(item.source.absolute);
    const source = bytes.toString('utf8');
    if (bytes.length > config.limits.fileBytes || !/project/i.test(source) || !isWanted(source)) return [];
    return read(item, bytes) ?? [];
  });
  return { config, occurrences, site: arrangeSite(summaries, [], config) };
}

type Reader = (item: PrepareItem, bytes: Uint8Array) => ArticleSummary | undefined;

/** @param occurrences - Where occurrences are entered as they are judged. */
function createReader(config: SiteConfig, occurrences: SurveyedOccurrence[]): Reader {
  let file = '';
  const judge = createProjectJudge(config.projects);
  const clean = createBodyCleaner({
    ...policyFromConfig(config),
    judgeProject: (occurrence) => {
      occurrences.push({ file, occurrence });
      return judge(occurrence);
    },
  });
  const options = { timeZone: config.timeZone, limits: config.limits };
  return ({ source, label }, bytes) => {
    file = label + source.path;
    const input = { path: source.path, file, bytes };
    let parsed = parseArticle(input, options);
    if (!parsed.ok && parsed.diagnostics.some(({ rule }) => rule === 'missing-date'))
      parsed = parseArticle({ ...input, fallbackDate: dateFromOutside(source.absolute) }, options);
    const cleaned = parsed.ok ? clean({ ...parsed.article, file }) : undefined;
    return parsed.ok && cleaned?.ok ? summarizeArticle(parsed.article, cleaned.body, file) : undefined;
  };
}
