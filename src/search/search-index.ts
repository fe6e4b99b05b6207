import { CHUNK_DOCUMENTS, toInstant } from './address-chunk.ts';
import type { ArticleText } from './article-text.ts';
import { CorruptIndexError } from './bit-reader.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import { IndexFiles, type ReadFile } from './index-files.ts';
import { KeptReadings } from './kept-readings.ts';
import type { Manifest } from './manifest.ts';
import { parseQuery } from './parse-query.ts';
import { planQuery, type QueryPlan } from './plan-query.ts';
import { relaxQuery } from './relax-query.ts';
import { type MeasuredResult, type SearchResult, toResult } from './search-result.ts';

/**
 * Where articles are read: a text is looked for in them where the index alone can't tell, and shown as it stands there.
 *
 * @param url - Site-relative, as the index holds it.
 * @returns undefined when there is no such article; rejects when it can't be had.
 */
export type ReadArticle = (url: string) => Promise<ArticleText | undefined>;

export interface SearchSources {
  readonly readFile: ReadFile;
  readonly readArticle: ReadArticle;
}

/** How far a search has come. */
export interface SearchProgress {
  /** Documents that have been asked: the newest of all. */
  readonly searched: number;
  /** Documents of the index. */
  readonly documents: number;
  /** Of those that have been asked, how many the index names. */
  readonly found: number;
  /** All that the index names are results; else some may turn out to be none. */
  readonly isCertain: boolean;
  /** They hold the texts as they were typed; else, since nothing does, only their words. */
  readonly isExact: boolean;
}

export type SearchEvent =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'result'; readonly result: SearchResult };

/** Articles that are read at a time, where nobody says how many results are wanted: about what fills a small screen. */
const BATCH = 6;

/** Articles that are kept after use, as many of the latest: of a query that is typed on, the results are often the same. */
const KEPT_ARTICLES = 60;

/** An index that can be searched, wherever its files are. */
export class SearchIndex {
  readonly #files: IndexFiles;
  readonly #readArticle: ReadArticle;

  constructor({ readFile, readArticle }: SearchSources) {
    const articles = new KeptReadings<ArticleText | undefined>(KEPT_ARTICLES);
    this.#files = new IndexFiles(readFile);
    this.#readArticle = (url) => articles.take(url, () => readArticle(url));
  }

  /** Reads ahead what nearly every search needs: what segments there are, and where the newest articles are. */
  async prepare(): Promise<void> {
    const { segments, windows } = await this.#files.readManifest();
    const readings: Promise<unknown>[] = [];
    let left = windows[0] ?? 0;
    for (const segment of segments) {
      for (let chunk = segment.head.chunkStarts.length - 1; chunk >= 0 && left > 0; chunk -= 1) {
        readings.push(this.#files.readAddresses(segment, chunk));
        left -= Math.min(CHUNK_DOCUMENTS, segment.documents - chunk * CHUNK_DOCUMENTS);
      }
    }
    await Promise.all(readings);
  }

  /**
   * Searches, newest first, as far as events are taken: nothing is requested for events that nobody waits for. When nothing
   * holds the texts as they were typed, their words are searched for.
   *
   * @param text - As `parseQuery` reads it.
   * @param batch - Articles that are read at a time, at least 1: as many results as are wanted at first.
   * @throws CorruptIndexError when a file of the index is not what a build writes; what `readFile` rejects with; what
   *   `readArticle` rejects with when it does so for every article of a batch.
   */
  async *search(text: string, batch = BATCH): AsyncGenerator<SearchEvent, void> {
    const manifest = await this.#files.readManifest();
    const query = parseQuery(text, manifest.timeZone);
    const plan = planQuery(query);
    if (plan === undefined) return;
    let hasResults = yield* this.#run(manifest, plan, { batch, isExact: true });
    for (const relaxed of hasResults ? [] : relaxQuery(query)) {
      const relaxedPlan = planQuery(relaxed);
      if (relaxedPlan !== undefined)
        hasResults = yield* this.#run(manifest, relaxedPlan, { batch, isExact: false });
      if (hasResults) return;
    }
  }

  /** @returns Whether there was a result. */
  async *#run(
    manifest: Manifest,
    plan: QueryPlan,
    { batch, isExact }: { readonly batch: number; readonly isExact: boolean },
  ): AsyncGenerator<SearchEvent, boolean> {
    let hasResults = false;
    for await (const { candidates, searched, found } of findCandidates(this.#files, manifest, plan)) {
      const { documents } = manifest;
      yield {
        kind: 'progress',
        progress: { searched, documents, found, isCertain: plan.isCertain, isExact },
      };
      for (let at = 0; at < candidates.length; at += batch) {
        for await (const result of this.#verify(candidates.slice(at, at + batch), plan, isExact)) {
          hasResults = true;
          yield { kind: 'result', result };
        }
      }
    }
    return hasResults;
  }

  /** Reads candidates, and gives those that are results: as they come, or, of several texts, first where these are close. */
  async *#verify(
    candidates: readonly Candidate[],
    plan: QueryPlan,
    isExact: boolean,
  ): AsyncGenerator<SearchResult> {
    const failures: unknown[] = [];
    const readings = candidates.map(async (candidate) => {
      const { url, seconds } = await this.#locate(candidate);
      try {
        const article = await this.#readArticle(url);
        const date = toInstant(seconds);
        return article === undefined ? undefined : toResult(article, { url, date, plan, isExact });
      } catch (error) {
        failures.push(error);
        return undefined;
      }
    });
    // Whoever stops taking results leaves some readings unheard: their failures must not be anybody else's.
    for (const reading of readings) reading.catch(() => undefined);
    if (plan.units.length <= 1) {
      for (const reading of readings) {
        const measured = await reading;
        if (measured !== undefined) yield measured.result;
      }
    } else {
      const measured = await Promise.all(readings);
      for (const { result } of sortByCloseness(candidates, measured)) yield result;
    }
    if (failures.length > 0 && failures.length === candidates.length) throw failures[0];
  }

  async #locate({ segment, ordinal }: Candidate) {
    const chunk = Math.floor(ordinal / CHUNK_DOCUMENTS);
    const addresses = await this.#files.readAddresses(segment, chunk);
    const address = addresses[ordinal % CHUNK_DOCUMENTS];
    if (address !== undefined) return address;
    throw new CorruptIndexError(`Segment ${segment.id} has no document ${ordinal}.`);
  }
}

/** Where the scores are equal, those first in which the texts stand close together, by powers of two; then the newer. */
function sortByCloseness(
  candidates: readonly Candidate[],
  measured: readonly (MeasuredResult | undefined)[],
): MeasuredResult[] {
  return candidates
    .flatMap(({ score }, at) => {
      const result = measured[at];
      return result === undefined ? [] : [{ result, score, distance: bitLength(result.spread) }];
    })
    .sort((a, b) => b.score - a.score || a.distance - b.distance)
    .map(({ result }) => result);
}

/** By powers of two; 32 and more is far. */
function bitLength(spread: number): number {
  return 32 - Math.clz32(Math.min(spread, 0xffffffff));
}
