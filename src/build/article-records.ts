import type { ArticleSummary } from '../site/article-summary.ts';
import { articleKey } from './article-key.ts';
import { type BriefRows, mergeRows, sortRecords } from './brief-order.ts';
import { type BriefNote, type BriefRecord, BriefTable, packBriefs } from './brief-table.ts';
import { BriefTables } from './brief-tables.ts';
import { BuildError } from './build-options.ts';
import { blobOf } from './git-entry.ts';
import { KnownSource } from './known-source.ts';
import type { RecordPlace } from './locate-records.ts';
import type { ContentFolder } from './open-content.ts';
import type { PackedArticle } from './packed-article.ts';
import { unpackJson } from './packed-json.ts';
import type { PreparedArticle, SoundArticle, Store } from './store.ts';
import { UsedTable } from './used-table.ts';
import type { PrepareItem } from './worker-tasks.ts';

/** What the names of records are made of, and where they are known from. */
type SteeringContent = Pick<ContentFolder, 'entries' | 'cleaningDigest' | 'steering' | 'tables'>;

type RecordStore = Pick<Store, 'getBriefs' | 'putBriefs' | 'getArticle'>;

interface UnmarkedRow {
  readonly table: UsedTable;
  readonly row: number;
  readonly item: PrepareItem;
  readonly record: SoundArticle;
}

/**
 * The records of a build's articles. Those of which the store has a brief record are not read: what is in them beyond that
 * is looked up for the few pages that show it and are written. Of an article that is gone a row stays in the large table until
 * that is packed anew; nobody asks for it.
 */
export class ArticleRecords {
  readonly #store: RecordStore;
  readonly #tables: BriefTables;
  readonly #settled: UsedTable;
  readonly #recent: UsedTable;
  readonly #content: SteeringContent;
  /** Read by name, and vouched for by git, of which their rows know nothing. */
  readonly #unmarked: UnmarkedRow[] = [];
  /** Those that are to be put there. */
  readonly #fresh: BriefRecord[] = [];
  readonly #learned = new Map<string, PreparedArticle>();

  constructor(store: RecordStore, content: SteeringContent) {
    this.#store = store;
    this.#content = content;
    const isOpen = content.tables !== BriefTables.none;
    this.#tables = isOpen ? content.tables : BriefTables.open(store).steeredBy(content.steering);
    this.#settled = new UsedTable(this.#tables.settled, this.#tables.listDead());
    this.#recent = new UsedTable(this.#tables.recent);
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
  read(place: Pick<RecordPlace, 'key'>, item: PrepareItem): PreparedArticle | undefined {
    if (item instanceof KnownSource) return this.#readKnown(item);
    const { key } = place;
    const next = this.#settled.next(key);
    if (next !== undefined) return this.#readFound(this.#settled, next, key, item);
    const recent = this.#recent.find(key);
    if (recent !== undefined) return this.#readFound(this.#recent, recent, key, item);
    const row = this.#settled.find(key);
    if (row !== undefined) return this.#readFound(this.#settled, row, key, item);
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

  #readKnown(source: KnownSource): PreparedArticle {
    const table = this.#settled.has(source) ? this.#settled : this.#recent;
    return table.read(source.row, { source, find: this.#find });
  }

  #readFound(table: UsedTable, row: number, key: string, item: PrepareItem): SoundArticle {
    const record = table.read(row, { source: { key, path: item.source.path }, find: this.#find });
    const { entries } = this.#content;
    if (!table.isVouchedFor(row) && entries?.has(item.label + item.source.path))
      this.#unmarked.push({ table, row, item, record });
    return record;
  }

  /** Has the store keep brief records of this build's articles, and of no others. */
  keep(): void {
    this.#mark();
    const [settled, recent, fresh, tables] = [this.#settled, this.#recent, this.#fresh, this.#tables];
    const { steering } = this.#content;
    const gone = settled.rows - settled.used;
    const { dead = [] } = tables.recent?.note ?? {};
    if (tables.areRefused || gone + recent.used + fresh.length > settled.rows / UNSETTLED_SHARE) {
      const rows = [...settled.listUsed(), ...recent.listUsed()];
      this.#store.putBriefs('settled', packInOrder(fresh, rows, { steering, dead: [] }));
      this.#store.putBriefs('recent', packInOrder([], [], { steering, dead: [] }));
    } else if (fresh.length > 0 || recent.used < recent.rows || gone !== dead.length) {
      const note = { steering, dead: settled.listUnused() };
      this.#store.putBriefs('recent', packInOrder(fresh, recent.listUsed(), note));
    }
  }

  /**
   * Has those that git vouches for by now be packed with what it says of them, if they are many: a folder whose files git had
   * not read when they were cleaned, as one that was copied, would be gone through by name for ever.
   */
  #mark(): void {
    if (this.#unmarked.length <= this.#settled.rows / UNSETTLED_SHARE) return;
    for (const { table, row, item, record } of this.#unmarked) {
      const { summary, diagnostics } = record;
      const key = summary.key!;
      const entry = this.#findEntry(key, item);
      if (entry === '') continue;
      table.release(row);
      this.#fresh.push({ key, entry, summary, diagnostics });
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

/** A table in git's order, so that its rows are found beside a listing. */
function packInOrder(fresh: readonly BriefRecord[], kept: readonly BriefRows[], note: BriefNote): Buffer {
  const added = packBriefs(sortRecords(fresh), [], note);
  if (kept.length === 0) return added;
  const table = new BriefTable(added);
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row);
  return packBriefs([], mergeRows([...kept, { table, rows }]), note);
}
