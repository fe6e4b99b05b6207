import type { ArticleSummary } from '../site/article-summary.ts';
import { articleKey } from './article-key.ts';
import { type BriefRecord, packBriefs } from './brief-table.ts';
import { BuildError } from './build-options.ts';
import { blobOf, type GitEntry } from './git-listing.ts';
import type { RecalledRecord, RecordPlace } from './locate-records.ts';
import type { ContentFolder } from './open-content.ts';
import type { PackedArticle } from './packed-article.ts';
import { unpackJson } from './packed-json.ts';
import type { PreparedArticle, Store } from './store.ts';
import { UsedTable } from './used-table.ts';
import type { PrepareItem } from './worker-tasks.ts';

/** What the names of records are made of. */
type SteeringContent = Pick<ContentFolder, 'entries' | 'cleaningDigest' | 'articles'>;

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
  readonly #content: SteeringContent;
  readonly #steering: string;
  /** Those that are to be put there. */
  readonly #fresh: BriefRecord[] = [];
  readonly #learned = new Map<string, PreparedArticle>();

  constructor(store: RecordStore, content: SteeringContent) {
    this.#store = store;
    this.#content = content;
    this.#steering = `${content.cleaningDigest} ${content.articles[0]?.label ?? ''}`;
    this.#recent = new UsedTable(store.getBriefs('recent'), this.#steering);
    // Where it can't be told which articles of the large table are gone, none of it can be believed.
    const settled = this.#recent.isRefused ? undefined : store.getBriefs('settled');
    this.#settled = new UsedTable(settled, this.#steering, this.#recent.deadBefore);
  }

  /** The record of a source, where the last build knew it by what git says of it. */
  recall(entry: GitEntry): RecalledRecord | undefined {
    return this.#settled.recall(entry);
  }

  /** Whether there is a brief record of that name, and so a record that is not out of date. */
  has(key: string): boolean {
    return this.#recent.find(key) !== undefined || this.#settled.find(key) !== undefined;
  }

  /** Reads a record while there is time for it, and before it can be read in the store. */
  learn(key: string, { record }: PackedArticle): void {
    this.#learned.set(key, unpackJson(record));
  }

  /** @returns `undefined` when the store has none. */
  read(
    { key, row: recalled }: Pick<RecordPlace, 'key' | 'row'>,
    item: PrepareItem,
  ): PreparedArticle | undefined {
    const { source } = item;
    const place = { key, sourcePath: source.path, find: this.#find };
    if (recalled !== undefined) return this.#settled.read(recalled, place);
    const next = this.#settled.next(key);
    if (next !== undefined) return this.#settled.read(next, place);
    const recent = this.#recent.find(key);
    if (recent !== undefined) return this.#recent.read(recent, place);
    const row = this.#settled.find(key);
    if (row !== undefined) return this.#settled.read(row, place);
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
    this.#fresh.push({ key, entry: this.#findEntry(key, item), summary, diagnostics });
    return record;
  }

  /** Has the store keep brief records of this build's articles, and of no others. */
  keep(): void {
    const [settled, recent, fresh, steering] = [this.#settled, this.#recent, this.#fresh, this.#steering];
    const gone = settled.rows - settled.used;
    const isRefused = settled.isRefused || recent.isRefused;
    if (isRefused || gone + recent.used + fresh.length > settled.rows / UNSETTLED_SHARE) {
      const kept = [...settled.listUsed(), ...recent.listUsed()];
      this.#store.putBriefs('settled', packBriefs(fresh, kept, { steering, dead: [] }));
      this.#store.putBriefs('recent', packBriefs([], [], { steering, dead: [] }));
    } else if (fresh.length > 0 || recent.used < recent.rows || gone !== recent.deadBefore.length) {
      const note = { steering, dead: settled.listUnused() };
      this.#store.putBriefs('recent', packBriefs(fresh, recent.listUsed(), note));
    }
  }

  /** What git says of a source, if its record was made of just that. */
  #findEntry(key: string, { source, label }: PrepareItem): string {
    const { entries, cleaningDigest } = this.#content;
    const file = label + source.path;
    const entry = entries?.get(file);
    if (entry === undefined || articleKey(file, blobOf(entry), cleaningDigest) !== key) return '';
    return entry.bytes.toString('utf8', entry.start, entry.end);
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
