import type { ArticleSummary } from '../site/article-summary.ts';
import { type BriefRecord, packBriefs } from './brief-table.ts';
import { BuildError } from './build-options.ts';
import type { PackedArticle } from './packed-article.ts';
import { unpackJson } from './packed-json.ts';
import type { PreparedArticle, Store } from './store.ts';
import { UsedTable } from './used-table.ts';
import type { PrepareItem } from './worker-tasks.ts';

type RecordStore = Pick<Store, 'getBriefs' | 'putBriefs' | 'getArticle'>;

/**
 * The records of a build's articles. Those of which the store has a brief record are not read: what is in them beyond that
 * is looked up for the few pages that show it and are written.
 *
 * The brief records are in two tables: one of nearly all, and one of those that came since, so that one more article has
 * little written. Of an article that is gone a row stays until the large table is packed anew; nobody asks for it.
 */
export class ArticleRecords {
  readonly #store: RecordStore;
  readonly #settled: UsedTable;
  readonly #recent: UsedTable;
  readonly #rows = new Map<string, number>();
  /** Those that are to be put there. */
  readonly #fresh: BriefRecord[] = [];
  readonly #learned = new Map<string, PreparedArticle>();

  constructor(store: RecordStore) {
    this.#store = store;
    this.#settled = new UsedTable(store.getBriefs('settled'));
    this.#recent = new UsedTable(store.getBriefs('recent'));
    this.#settled.enter(this.#rows, 0);
    this.#recent.enter(this.#rows, this.#settled.rows);
  }

  /** Reads a record while there is time for it, and before it can be read in the store. */
  learn(key: string, { record }: PackedArticle): void {
    this.#learned.set(key, unpackJson(record));
  }

  /** @returns `undefined` when the store has none. */
  read(key: string, { source }: PrepareItem): PreparedArticle | undefined {
    const row = this.#rows.get(key);
    if (row !== undefined) {
      const { rows } = this.#settled;
      const place = { key, sourcePath: source.path, find: this.#find };
      return row < rows ? this.#settled.read(row, place) : this.#recent.read(row - rows, place);
    }
    const record = this.#learned.get(key) ?? this.#store.getArticle(key);
    this.#learned.delete(key);
    if (!record?.ok) return record;
    const { summary, diagnostics } = record;
    if (record.datedFromOutside) {
      // What may change under its name is always read, and named by what may change as well.
      const { date, updated = 0 } = summary;
      return { ...record, summary: { ...summary, key: `${key} ${date} ${updated}` } };
    }
    Object.assign(summary, { key });
    this.#fresh.push({ key, summary, diagnostics });
    return record;
  }

  /** Has the store keep brief records of this build's articles. */
  keep(): void {
    const [settled, recent, fresh] = [this.#settled, this.#recent, this.#fresh];
    const unsettled = settled.rows - settled.used + recent.used + fresh.length;
    if (unsettled > settled.rows / UNSETTLED_SHARE) {
      this.#store.putBriefs('settled', packBriefs(fresh, [...settled.listUsed(), ...recent.listUsed()]));
      this.#store.putBriefs('recent', packBriefs([]));
    } else if (fresh.length > 0 || recent.used < recent.rows) {
      this.#store.putBriefs('recent', packBriefs(fresh, recent.listUsed()));
    }
  }

  readonly #find = (key: string): ArticleSummary => {
    const record = this.#store.getArticle(key);
    if (!record?.ok)
      throw new BuildError('The store has lost the record of an article. Build again with --clean.');
    return record.summary;
  };
}

/** Of the large table, how many rows may be beside it, or in it for nothing. */
const UNSETTLED_SHARE = 16;
