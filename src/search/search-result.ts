import type { ArticleText } from './article-text.ts';
import { makeExcerpt, markText, type Piece, type Range } from './excerpt.ts';
import type { QueryPlan } from './plan-query.ts';
import { foldArticle, isFound, matchUnit, measureSpread, type UnitMatch } from './text-match.ts';
import type { UnitPlan } from './unit-plan.ts';

/** An article that holds what is asked for. All of it is plain text. */
export interface SearchResult {
  /** Site-relative. */
  readonly url: string;
  readonly title: readonly Piece[];
  /** Where the query stands in the body; empty when the body has no text. */
  readonly excerpt: readonly Piece[];
  /** UTC instant, ms. */
  readonly date: number;
  /** First category path, parent to child. */
  readonly category: readonly string[];
  readonly authors: readonly string[];
  /** BCP 47. */
  readonly lang?: string;
  /** It holds the texts as they were typed, not only their words. */
  readonly isExact: boolean;
}

/** A result with how close together in it the texts of the query stand. */
export interface MeasuredResult {
  readonly result: SearchResult;
  /** In code units; Infinity when the body does not have them all. */
  readonly spread: number;
}

/** In code units. */
const EXCERPT_LENGTH = 110;

/**
 * Looks for a query in an article that the index has named.
 *
 * @returns undefined when the article does not hold what is asked for.
 */
export function toResult(
  article: ArticleText,
  { url, date, plan, isExact }: { url: string; date: number; plan: QueryPlan; isExact: boolean },
): MeasuredResult | undefined {
  const folded = foldArticle(article);
  const matches = plan.units.map((unit) => matchUnit(folded, unit));
  const isWanted = matches.every((match) => match.unit.isCertain || isFound(match));
  const hasExcluded = (unit: UnitPlan) => !unit.isCertain && isFound(matchUnit(folded, unit));
  if (!isWanted || plan.excludedUnits.some(hasExcluded)) return undefined;
  const title = markText(
    article.title,
    folded.title,
    toRanges(matches, ({ inTitle }) => inTitle),
  );
  const excerpt = makeExcerpt(
    article.text,
    folded.text,
    toRanges(matches, ({ inText }) => inText),
    EXCERPT_LENGTH,
  );
  const { category, authors, lang } = article;
  const result = {
    url,
    title,
    excerpt,
    date,
    category,
    authors,
    ...(lang !== undefined && { lang }),
    isExact,
  };
  return { result, spread: measureSpread(matches) };
}

function toRanges(matches: readonly UnitMatch[], placesOf: (match: UnitMatch) => readonly number[]): Range[] {
  return matches.flatMap((match) =>
    placesOf(match).map((start) => ({ start, end: start + match.unit.text.length })),
  );
}
