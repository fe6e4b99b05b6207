import type { SiteArticle } from './site.ts';

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

/** The articles under one name, as positions from newest to oldest, and how far the scan has come. */
interface Trail {
  readonly positions: number[];
  /** Index of the article being scanned: what is behind it is older. */
  at: number;
}

interface ArticleTrails {
  readonly projects: readonly Trail[];
  readonly tags: readonly Trail[];
  /** Deepest first. */
  readonly categories: readonly { readonly trail: Trail; readonly depth: number }[];
}

/**
 * For each article, the older ones that go best with it, best first: by projects, tags and category that they share, and by
 * closeness in date; of equals the newer. Older ones only, and scores that depend on older ones only: so a new article
 * changes nobody's but its own. The work for an article does not grow with the site.
 *
 * @param articles - Newest first.
 * @returns One list for each article, in the same order.
 */
export function findRelated(articles: readonly SiteArticle[]): readonly (readonly SiteArticle[])[] {
  const trails = layTrails(articles);
  const scores = new ScoreBoard(articles);
  return articles.map((_article, position) => {
    const own = trails[position]!;
    for (const trail of own.projects) scores.addShared(trail, PROJECT_POINTS);
    for (const trail of own.tags) scores.addShared(trail, TAG_POINTS);
    addCategories(own.categories, scores);
    advance(own);
    return scores.takeBest(position);
  });
}

function layTrails(articles: readonly SiteArticle[]): readonly ArticleTrails[] {
  const trails = new Map<object, Trail>();
  const follow = (name: object, position: number): Trail => {
    const trail = trails.get(name) ?? { positions: [], at: 0 };
    if (trail.positions.push(position) === 1) trails.set(name, trail);
    return trail;
  };
  return articles.map((article, position) => ({
    projects: article.projects.slice(0, MAX_NAMES).map((project) => follow(project, position)),
    tags: article.tags.slice(0, MAX_NAMES).map((tag) => follow(tag, position)),
    categories: listCategories(article).map((category) => ({
      trail: follow(category, position),
      depth: Math.min(category.lineage.length, MAX_SCORED_DEPTH),
    })),
  }));
}

/** The categories of an article and those above them, deepest first, so that the first to meet an article is the deepest shared. */
function listCategories(article: SiteArticle): SiteArticle['categories'] {
  if (article.categories.length === 1)
    return article.categories[0]!.lineage.slice(-MAX_SCORED_DEPTH).reverse();
  const all = new Set(
    article.categories.slice(0, MAX_NAMES).flatMap(({ lineage }) => lineage.slice(-MAX_SCORED_DEPTH)),
  );
  return [...all].sort((a, b) => b.lineage.length - a.lineage.length);
}

/** Climbs only as far as it has to: above a category with many articles there are but worse candidates. */
function addCategories(categories: ArticleTrails['categories'], scores: ScoreBoard): void {
  let looked = 0;
  for (const { trail, depth } of categories) {
    if (looked >= WINDOW) return;
    looked += scores.addCategory(trail, depth);
  }
}

function advance({ projects, tags, categories }: ArticleTrails): void {
  for (const trail of projects) trail.at++;
  for (const trail of tags) trail.at++;
  for (const { trail } of categories) trail.at++;
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

  addShared(trail: Trail, { most, least }: { readonly most: number; readonly least: number }): void {
    const older = trail.positions.length - trail.at - 1;
    const points = Math.max(least, most - (32 - Math.clz32(older)));
    const end = endOfWindow(trail);
    for (let at = trail.at + 1; at < end; at++) this.#add(trail.positions[at]!, points);
  }

  /** @returns How many candidates were looked at. */
  addCategory(trail: Trail, depth: number): number {
    const end = endOfWindow(trail);
    for (let at = trail.at + 1; at < end; at++) {
      const position = trail.positions[at]!;
      const gained = depth - this.#depths[position]!;
      if (gained <= 0) continue;
      this.#depths[position] = depth;
      this.#add(position, gained * CATEGORY_POINTS);
    }
    return end - trail.at - 1;
  }

  /** The best candidates of the article at a position, best first; clears the board. */
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

function endOfWindow({ positions, at }: Trail): number {
  return Math.min(positions.length, at + 1 + WINDOW);
}

function scoreCloseness(distance: number): number {
  for (const { days, points } of DATE_POINTS) if (distance <= days * DAY) return points;
  return 0;
}
