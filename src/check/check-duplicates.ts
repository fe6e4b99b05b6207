import { quoteValue } from '../content/collect-diagnostics.ts';
import type { CheckedArticle, SiteFinding } from './checked-article.ts';
import { findNearDuplicates } from './text-fingerprint.ts';

/** Articles that are there twice: by their title, or by their text. @param articles - In order of publication. */
export function checkDuplicates(articles: readonly CheckedArticle[]): readonly SiteFinding[] {
  const findings: SiteFinding[] = [];
  const originals = findNearDuplicates(articles.map(({ facts }) => facts.fingerprint));
  const titles = new Map<string, CheckedArticle>();
  for (const [position, article] of articles.entries()) {
    const { file, summary, facts } = article;
    const original = originals.get(position);
    if (original !== undefined) {
      findings.push({
        rule: 'near-duplicate',
        file,
        ...facts.titleAt,
        message: `The text is nearly that of ${quoteFile(articles[original]!.file)}.`,
      });
    }
    const title = comparableTitle(summary.title);
    const first = title === '' ? undefined : titles.get(title);
    if (first === undefined) titles.set(title, article);
    // A text that is there twice has its title twice: once is enough to say.
    else if (original === undefined || articles[original] !== first) {
      findings.push({
        rule: 'duplicate-title',
        file,
        ...facts.titleAt,
        message: `${quoteValue(summary.title)} is the title of ${quoteFile(first.file)} too.`,
      });
    }
  }
  return findings;
}

/** Letters, digits and characters, in one width and case. */
function comparableTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Longer than what a value may be: a path that is cut is of no use. */
function quoteFile(file: string): string {
  return file.length <= 60 ? quoteValue(file) : `"${file.replace(/[\0-\x1f"]/g, '_')}"`;
}
