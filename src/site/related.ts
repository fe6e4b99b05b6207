import { findPlace } from './place-in-list.ts';
import type { Category, Mention, SiteArticle } from './site.ts';

/** Related articles shown, at most. */
const MAX_RELATED = 6;

/** Of each name that an article shares with older ones, only the newest of these are looked at; of its categories together. */
const WINDOW = 32;

/** Names of one kind that are looked at; an article with a thousand tags is about none of them. */
const MAX_NAMES = 12;

/**
 * What a shared name says about two articles, in points: the fewer older articles have it, the more. One point is lost each
 * time their number doubles.
 */
const PROJECT_POINTS = { most: 20, least: 6 };
const TAG_POINTS = { most: 16, least: 4 };

/** For each level of the deepest category that two articles share, at most three. */
const CATEGORY_POINTS = 2;
const MAX_SCORED_DEPTH = 3;

/** Closeness in date, from the closest: within `days`, `points`. */
const DATE_POINTS = [
  { days: 7, points: 3 },
  { days: 30, points: 2 },
  { days: 120, points: 1 },
] as const;

const DAY = 24 * 60 * 60 * 1000;

/** Finds the articles that go with one. */
export type RelatedFinder = (article: SiteArticle) => readonly SiteArticle[];

/**
 * For an article, the older ones that go best with it, best first: by projects, tags and category that they share, and by
 * closeness in date; of equals the newer. Older ones only, and scores that depend on older ones only: so a new article
 * changes nobody's but its own. The work for an article hardly grows with the site.
 *
 * An article looks at its first twelve names of each kind, and is found under all that it has.
 *
 * @param articles - All of a site, newest first.
 */
export function createRelatedFinder(articles: readonly SiteArticle[]): RelatedFinder {
  let board: ScoreBoard | undefined;
  return (article) => {
    board ??= new ScoreBoard(articles);
    return relate(article, board);
  };
}

function relate(article: SiteArticle, board: ScoreBoard): readonly SiteArticle[] {
  const { position } = article;
  for (const { mentions } of article.projects.slice(0, MAX_NAMES))
    board.addShared(
      mentions,
      findPlace(mentions, position, positionOfMention),
      positionOfMention,
      PROJECT_POINTS,
    );
  for (const { articles } of article.tags.slice(0, MAX_NAMES))
    board.addShared(articles, findPlace(articles, position, positionOf), positionOf, TAG_POINTS);
  let looked = 0;
  for (const { category, depth } of listCategories(article)) {
    // Above a category with many articles there are but worse candidates.
    if (looked >= WINDOW) break;
    const { articles } = category;
    looked += board.addCategory(articles, findPlace(articles, position, positionOf), depth);
  }
  return board.takeBest(position);
}

const positionOf = ({ position }: SiteArticle): number => position;
const positionOfMention = ({ article }: Mention): number => article.position;

interface DeepCategory {
  readonly category: Category;
  /** Counted from the highest that is scored: 1 to `MAX_SCORED_DEPTH`. */
  readonly depth: number;
}

/** The categories of an article and those above them, deepest first, so that the first to meet an article is the deepest shared. */
function listCategories({ categories }: SiteArticle): Iterable<DeepCategory> {
  const depths = new Map<Category, DeepCategory>();
  for (const { lineage } of categories.slice(0, MAX_NAMES)) {
    const scored = lineage.slice(-MAX_SCORED_DEPTH);
    for (let at = scored.length - 1; at >= 0; at--) {
      const category = scored[at]!;
      if (!depths.has(category)) depths.set(category, { category, depth: at + 1 });
    }
  }
  return categories.length < 2 ? depths.values() : [...depths.values()].sort((a, b) => b.depth - a.depth);
}

/** Adds up points of candidates, by position; made once, since most of it stays empty. */
class ScoreBoard {
  readonly #articles: readonly SiteArticle[];
  readonly #dates: Float64Array;
  readonly #points: Int32Array;
  readonly #depths: Uint8Array;
  readonly #candidates: number[] = [];

  constructor(articles: readonly SiteArticle[]) {
    this.#articles = articles;
    this.#dates = Float64Array.from(articles, ({ summary }) => summary.date);
    this.#points = new Int32Array(articles.length);
    this.#depths = new Uint8Array(articles.length);
  }

  /** @param place - Of the article in the list; those behind it are older. */
  addShared<T>(
    list: readonly T[],
    place: number,
    positionOf: (item: T) => number,
    { most, least }: { readonly most: number; readonly least: number },
  ): void {
    const points = Math.max(least, most - (32 - Math.clz32(list.length - 1 - place)));
    const end = endOfWindow(list, place);
    for (let at = place + 1; at < end; at++) this.#add(positionOf(list[at]!), points);
  }

  /** @returns How many candidates were looked at. */
  addCategory(list: readonly SiteArticle[], place: number, depth: number): number {
    const end = endOfWindow(list, place);
    for (let at = place + 1; at < end; at++) {
      const { position } = list[at]!;
      const gained = depth - this.#depths[position]!;
      if (gained <= 0) continue;
      this.#depths[position] = depth;
      this.#add(position, gained * CATEGORY_POINTS);
    }
    return end - place - 1;
  }

  /** The best candidates for the article at a position, best first; clears the board. */
  takeBest(position: number): readonly SiteArticle[] {
    const date = this.#dates[position]!;
    const best: number[] = [];
    for (const candidate of this.#candidates) {
      this.#points[candidate]! += scoreCloseness(date - this.#dates[candidate]!);
      this.#insert(best, candidate);
    }
    for (const candidate of this.#candidates) {
      this.#points[candidate] = 0;
      this.#depths[candidate] = 0;
    }
    this.#candidates.length = 0;
    return best.map((at) => this.#articles[at]!);
  }

  #add(position: number, points: number): void {
    if (this.#points[position] === 0) this.#candidates.push(position);
    this.#points[position]! += points;
  }

  #insert(best: number[], candidate: number): void {
    let at = best.length;
    while (at > 0 && this.#isBetter(candidate, best[at - 1]!)) at--;
    if (at === MAX_RELATED) return;
    if (best.length === MAX_RELATED) best.pop();
    best.splice(at, 0, candidate);
  }

  #isBetter(a: number, b: number): boolean {
    const difference = this.#points[a]! - this.#points[b]!;
    return difference > 0 || (difference === 0 && a < b);
  }
}

/** Index behind the oldest that is looked at. */
function endOfWindow(list: readonly unknown[], place: number): number {
  return Math.min(list.length, place + 1 + WINDOW);
}

function scoreCloseness(distance: number): number {
  for (const { days, points } of DATE_POINTS) if (distance <= days * DAY) return points;
  return 0;
}
