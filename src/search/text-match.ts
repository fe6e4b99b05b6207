import type { ArticleText } from './article-text.ts';
import { findUnit } from './find-unit.ts';
import { type FoldedText, foldText, foldTextWithOffsets } from './fold-text.ts';
import type { UnitPlan } from './unit-plan.ts';

/** An article in the form that it is compared in. */
export interface FoldedArticle {
  readonly title: FoldedText;
  readonly text: FoldedText;
  /** One a line. */
  readonly projects: string;
}

export function foldArticle({ title, text, projects }: ArticleText): FoldedArticle {
  return {
    title: foldTextWithOffsets(title),
    text: foldTextWithOffsets(text),
    projects: foldText(projects.join('\n')),
  };
}

/** Where a text of the query stands, as indexes in folded text. */
export interface UnitMatch {
  readonly unit: UnitPlan;
  readonly inTitle: readonly number[];
  readonly inText: readonly number[];
  readonly isInProjects: boolean;
}

/** Places of a text in an article that are looked for; more make no difference. */
const MOST_PLACES = 64;

export function matchUnit({ title, text, projects }: FoldedArticle, unit: UnitPlan): UnitMatch {
  return {
    unit,
    inTitle: findUnit(title.text, unit, MOST_PLACES),
    inText: findUnit(text.text, unit, MOST_PLACES),
    isInProjects: findUnit(projects, unit, 1).length > 0,
  };
}

export function isFound({ inTitle, inText, isInProjects }: UnitMatch): boolean {
  return inTitle.length > 0 || inText.length > 0 || isInProjects;
}

/**
 * How close together all texts of a query stand in the body: the length of the shortest stretch that has them all.
 *
 * @returns In code units of folded text; Infinity when one is not in the body.
 */
export function measureSpread(matches: readonly UnitMatch[]): number {
  const places = matches
    .flatMap(({ inText, unit }, index) =>
      inText.map((start) => ({ index, start, end: start + unit.text.length })),
    )
    .sort((a, b) => a.start - b.start);
  const latest = new Map<number, { start: number; end: number }>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const place of places) {
    latest.set(place.index, place);
    if (latest.size < matches.length) continue;
    const stretch = [...latest.values()];
    const start = Math.min(...stretch.map((part) => part.start));
    const end = Math.max(...stretch.map((part) => part.end));
    shortest = Math.min(shortest, end - start);
  }
  return shortest;
}
