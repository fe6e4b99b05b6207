import type { ArticleSummary } from '../site/article-summary.ts';
import { type BriefRecord, BriefTable, packBriefs } from './brief-table.ts';
import { BuildError } from './build-options.ts';
import type { PackedArticle } from './packed-article.ts';
import { unpackJson } from './packed-json.ts';
import type { PreparedArticle, Store } from './store.ts';
import { readSummary } from './stored-summary.ts';
import type { PrepareItem } from './worker-tasks.ts';

/**
 * The records of a build's articles. Those of which the store has a brief record are not read: what is in them beyond that
 * is looked up for the few pages that show it and are written.
 */
export class ArticleRecords {
  readonly #store: Store;
  readonly #table: BriefTable | undefined;
  readonly #rows = new Map<string, number>();
  /** Of this build's articles, the rows of those that the store has in brief, and those that are to be put there. */
  readonly #known = new Set<number>();
  readonly #fresh: BriefRecord[] = [];
  readonly #learned = new Map<string, PreparedArticle>();

  constructor(store: Store) {
    this.#store = store;
    this.#table = openTable(store.briefs());
    for (let row = 0; row < (this.#table?.rows ?? 0); row++) this.#rows.set(this.#table!.keys.at(row), row);
  }

  /** Reads a record while there is time for it, and before it can be read in the store. */
  learn(key: string, { record }: PackedArticle): void {
    this.#learned.set(key, unpackJson(record));
  }

  /** @returns `undefined` when the store has none. */
  read(key: string, { source }: PrepareItem): PreparedArticle | undefined {
    const row = this.#rows.get(key);
    if (row !== undefined) {
      const table = this.#table!;
      const summary = readSummary({ table, row, key, sourcePath: source.path, find: this.#find });
      this.#known.add(row);
      return { ok: true, summary, diagnostics: table.diagnostics.at(row) };
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

  /** Has the store keep brief records of this build's articles, and of no others. */
  keep(): void {
    if (this.#fresh.length === 0 && this.#known.size === this.#rows.size) return;
    const rows = Uint32Array.from(this.#known).sort();
    this.#store.putBriefs(packBriefs(this.#fresh, this.#table && { table: this.#table.columns, rows }));
  }

  readonly #find = (key: string): ArticleSummary => {
    const record = this.#store.getArticle(key);
    if (!record?.ok)
      throw new BuildError('The store has lost the record of an article. Build again with --clean.');
    return record.summary;
  };
}

/** A table that another version of the program has packed is as good as none: all that is in it is in the records too. */
function openTable(packed: Uint8Array | undefined): BriefTable | undefined {
  try {
    return packed && new BriefTable(packed);
  } catch {
    return undefined;
  }
}
