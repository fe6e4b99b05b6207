import type { Category, SiteArticle } from './site.ts';

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

/**
 * For each article, the older ones that go best with it, best first: by projects, tags and category that they share, and by
 * closeness in date; of equals the newer. Older ones only, and scores that depend on older ones only: so a new article
 * changes nobody's but its own. The work for an article does not grow with the site.
 *
 * @param articles - Newest first.
 * @returns One list for each article, in the same order.
 */
export function findRelated(articles: readonly SiteArticle[]): readonly (readonly SiteArticle[])[] {
  /** For each name, the positions of the articles that have it so far, oldest first. */
  const trails = new Map<object, number[]>();
  const board = new ScoreBoard(articles);
  const related = new Array<readonly SiteArticle[]>(articles.length);
  for (let position = articles.length - 1; position >= 0; position--) {
    related[position] = relate(articles[position]!, trails, board);
  }
  return related;
}

/** Looks at the older articles, then leaves a trail for the newer. */
function relate(
  article: SiteArticle,
  trails: Map<object, number[]>,
  board: ScoreBoard,
): readonly SiteArticle[] {
  const { position } = article;
  const follow = (name: object): number[] => {
    const known = trails.get(name);
    if (known !== undefined) return known;
    const trail: number[] = [];
    trails.set(name, trail);
    return trail;
  };
  for (const project of article.projects.slice(0, MAX_NAMES)) {
    const trail = follow(project);
    board.addShared(trail, PROJECT_POINTS);
    trail.push(position);
  }
  for (const tag of article.tags.slice(0, MAX_NAMES)) {
    const trail = follow(tag);
    board.addShared(trail, TAG_POINTS);
    trail.push(position);
  }
  let looked = 0;
  for (const { category, depth } of listCategories(article)) {
    const trail = follow(category);
    // Above a category with many articles there are but worse candidates.
    if (looked < WINDOW) looked += board.addCategory(trail, depth);
    trail.push(position);
  }
  return board.takeBest(position);
}

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

  addShared(
    trail: readonly number[],
    { most, least }: { readonly most: number; readonly least: number },
  ): void {
    const points = Math.max(least, most - (32 - Math.clz32(trail.length)));
    const start = startOfWindow(trail);
    for (let at = trail.length - 1; at >= start; at--) this.#add(trail[at]!, points);
  }

  /** @returns How many candidates were looked at. */
  addCategory(trail: readonly number[], depth: number): number {
    const start = startOfWindow(trail);
    for (let at = trail.length - 1; at >= start; at--) {
      const position = trail[at]!;
      const gained = depth - this.#depths[position]!;
      if (gained <= 0) continue;
      this.#depths[position] = depth;
      this.#add(position, gained * CATEGORY_POINTS);
    }
    return trail.length - start;
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

/** Index of the oldest that is looked at: the newest are at the end. */
function startOfWindow(trail: readonly number[]): number {
  return Math.max(0, trail.length - WINDOW);
}

function scoreCloseness(distance: number): number {
  for (const { days, points } of DATE_POINTS) if (distance <= days * DAY) return points;
  return 0;
}
