import type { ArticleSummary } from '../site/article-summary.ts';
import { abridge, type BriefRecord, expand, packVolume, volumeOf } from './brief-record.ts';
import { BuildError } from './build-options.ts';
import type { PackedArticle } from './packed-article.ts';
import { unpackJson } from './packed-json.ts';
import type { PreparedArticle, Store } from './store.ts';
import type { PrepareItem } from './worker-tasks.ts';

type SoundRecord = Extract<PreparedArticle, { ok: true }>;

/**
 * The records of a build's articles. Those of which the store has a brief record are not read: what is in them beyond that
 * is looked up for the few pages that show it and are written.
 */
export class ArticleRecords {
  readonly #store: Store;
  readonly #briefs: ReadonlyMap<string, BriefRecord>;
  /** Of this build's articles, those with a brief record, and those that are to have one. */
  readonly #known = new Set<string>();
  readonly #fresh = new Map<string, SoundRecord>();
  readonly #learned = new Map<string, PreparedArticle>();

  constructor(store: Store) {
    this.#store = store;
    this.#briefs = store.briefs();
  }

  /** Reads a record while there is time for it, and before it can be read in the store. */
  learn(key: string, { record }: PackedArticle): void {
    this.#learned.set(key, unpackJson(record));
  }

  /** @returns `undefined` when the store has none. */
  read(key: string, { source }: PrepareItem): PreparedArticle | undefined {
    const brief = this.#briefs.get(key);
    if (brief !== undefined) {
      this.#known.add(key);
      const summary = expand(brief, { key, sourcePath: source.path, find: this.#find });
      return { ok: true, summary, diagnostics: brief.diagnostics ?? [] };
    }
    const record = this.#learned.get(key) ?? this.#store.getArticle(key);
    this.#learned.delete(key);
    if (!record?.ok) return record;
    if (record.datedFromOutside) {
      // What may change under its name is always read, and named by what may change as well.
      const { date, updated = 0 } = record.summary;
      return { ...record, summary: { ...record.summary, key: `${key} ${date} ${updated}` } };
    }
    this.#fresh.set(key, record);
    Object.assign(record.summary, { key });
    return record;
  }

  /** Has the store keep brief records of this build's articles, and of no others. */
  keep(): void {
    const members = new Map<string, Map<string, BriefRecord>>();
    const changed = new Set<string>();
    for (const key of this.#briefs.keys()) if (!this.#known.has(key)) changed.add(volumeOf(key));
    for (const key of this.#fresh.keys()) changed.add(volumeOf(key));
    for (const volume of changed) members.set(volume, new Map());
    for (const key of this.#known) members.get(volumeOf(key))?.set(key, this.#briefs.get(key)!);
    for (const [key, { summary, diagnostics }] of this.#fresh)
      members.get(volumeOf(key))!.set(key, abridge(summary, diagnostics));
    for (const [volume, records] of members) this.#store.putVolume(volume, packVolume(records));
  }

  readonly #find = (key: string): ArticleSummary => {
    const record = this.#store.getArticle(key);
    if (!record?.ok)
      throw new BuildError('The store has lost the record of an article. Build again with --clean.');
    return record.summary;
  };
}
