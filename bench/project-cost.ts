import { parseArticle } from '../src/content/parse-article.ts';
import { defaultSiteConfig } from '../src/content/site-config-defaults.ts';
import { createBodyCleaner, policyFromConfig } from '../src/html/clean-body.ts';
import { listQuotedNames } from '../src/html/project-extension.ts';
import type { ProjectOccurrence } from '../src/html/project-judge.ts';
import { generateArticle } from './corpus/generate-article.ts';

/** What a corpus asks of a judge, in order. */
export interface JudgeWork {
  readonly articles: number;
  /** Mean of the articles' sources, in UTF-16 code units. */
  readonly meanLength: number;
  readonly occurrences: readonly ProjectOccurrence[];
  /** Bodies that have project-links: each is searched for names in quotation marks, once. */
  readonly bodies: readonly string[];
}

/** Everything that has to be judged in so many generated articles, as a worker meets it. */
export function collectJudgeWork(articles: number): JudgeWork {
  const occurrences: ProjectOccurrence[] = [];
  const bodies: string[] = [];
  let length = 0;
  const clean = createBodyCleaner({
    ...policyFromConfig(defaultSiteConfig),
    judgeProject: (occurrence) => {
      occurrences.push(occurrence);
      return { keep: true, reason: 'company' };
    },
  });
  const options = { timeZone: defaultSiteConfig.timeZone, limits: defaultSiteConfig.limits };
  for (let index = 0; index < articles; index += 1) {
    const { path, text } = generateArticle(index, 1);
    const parsed = parseArticle({ path, file: path, bytes: Buffer.from(text) }, options);
    if (!parsed.ok) throw new Error(`The corpus has a faulty article: ${path}`);
    const before = occurrences.length;
    clean({ ...parsed.article, file: path });
    if (occurrences.length > before) bodies.push(parsed.article.body);
    length += text.length;
  }
  return { articles, meanLength: length / articles, occurrences, bodies };
}

/** Does the work beside judging. */
export function searchQuotedNames({ bodies }: JudgeWork): void {
  for (const body of bodies) listQuotedNames(body);
}
