import { mkdirSync } from 'node:fs';
import type { Database, RootDatabase } from 'lmdb';
import type { CheckRecord } from '../check/check-source.ts';
import type { BundledFile } from './assets.ts';
import { type BriefRecord, unpackVolume } from './brief-record.ts';
import { readOutputs, spellOutputs } from './output-records.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { NEW_PAGE, type PageParts } from './page-parts.ts';
import type {
  BuildState,
  LastBuild,
  LastCheck,
  LastOutcome,
  OutputRecord,
  PreparedArticle,
  Store,
  StoredSearchIndex,
  StoredTerms,
} from './store.ts';
import { closeCompacted, isMostlyFree, openStoreFile, storeFile } from './store-file.ts';
import { packBody, type StoredBody, unpackBody } from './stored-body.ts';

/** What records look like; a store of another format is thrown away. */
export const STORE_FORMAT = 'broadsheet-store-7';

/** Opens the store of a cache folder as it is, making it when there is none. What opens a build's store is `openStore`. */
export function attachStore(cacheFolder: string): Store {
  mkdirSync(cacheFolder, { recursive: true });
  const file = storeFile(cacheFolder);
  return new LmdbStore(openStoreFile(file), file);
}

/** LMDB holds the pages that a transaction changes, and has room for 131,072 of them: some hundred thousand bodies are more. */
const MOST_REMOVED_AT_ONCE = 2000;

/** Of `digest`, in characters. */
const DIGEST_LENGTH = 22;

/** The articles of the last build, and the note that there may be records of others. */
const KEYS = 'keys';
const UNNAMED = 'unnamed';

interface WrittenPage {
  readonly parts: PageParts;
  /** Absent: those of a new page. */
  readonly causes?: readonly string[];
}

class LmdbStore implements Store {
  /** Since the last `prune`. */
  #hasBegun = false;
  /** Of a build that came to no end, besides the one at work. */
  #hasLeftovers = false;
  readonly #root: RootDatabase;
  readonly #file: string;
  /** Packed, as `#parts`. */
  readonly #articles: Database<Buffer, string>;
  readonly #volumes: Database<Buffer, string>;
  readonly #undated: Database<true, string>;
  /** All in one record: to look for a hundred thousand of them one by one, or to read past the records, takes a second. */
  readonly #current: Database<string, string>;
  readonly #bodies: Database<Buffer, string>;
  /** The digest's characters, then the record. */
  readonly #terms: Database<Buffer, string>;
  readonly #search: Database<Buffer, string>;
  /** All in one record: see `output-records.ts`. */
  readonly #outputs: Database<string, string>;
  readonly #parts: Database<Buffer, string>;
  readonly #checks: Database<CheckRecord, string>;
  readonly #lastCheck: Database<LastCheck, string>;
  readonly #bundles: Database<readonly BundledFile[], string>;
  readonly #state: Database<BuildState, string>;
  readonly #last: Database<LastBuild, string>;
  readonly #outcome: Database<LastOutcome, string>;

  constructor(root: RootDatabase, file: string) {
    this.#root = root;
    this.#file = file;
    this.#articles = root.openDB({ name: 'articles', encoding: 'binary' });
    this.#volumes = root.openDB({ name: 'volumes', encoding: 'binary' });
    this.#undated = root.openDB({ name: 'undated', encoding: 'json' });
    this.#current = root.openDB({ name: 'current', encoding: 'string' });
    this.#bodies = root.openDB({ name: 'bodies', encoding: 'binary' });
    this.#terms = root.openDB({ name: 'terms', encoding: 'binary' });
    this.#search = root.openDB({ name: 'search', encoding: 'binary' });
    this.#outputs = root.openDB({ name: 'outputs', encoding: 'string' });
    this.#parts = root.openDB({ name: 'parts', encoding: 'binary' });
    this.#checks = root.openDB({ name: 'checks', encoding: 'json' });
    this.#lastCheck = root.openDB({ name: 'last-check', encoding: 'json' });
    this.#bundles = root.openDB({ name: 'bundles', encoding: 'json' });
    this.#state = root.openDB({ name: 'state', encoding: 'json' });
    this.#last = root.openDB({ name: 'last', encoding: 'json' });
    this.#outcome = root.openDB({ name: 'outcome', encoding: 'json' });
  }

  getArticle(key: string): PreparedArticle | undefined {
    const packed = this.#articles.get(key);
    return packed && unpackJson(packed);
  }

  putArticle(key: string, record: PreparedArticle): void {
    void this.#articles.put(key, packJson(record));
    if (record.ok && record.datedFromOutside) void this.#undated.put(key, true);
  }

  briefs(): Map<string, BriefRecord> {
    const records = new Map<string, BriefRecord>();
    for (const { value } of this.#volumes.getRange())
      for (const [key, record] of unpackVolume(value)) records.set(key, record);
    return records;
  }

  putVolume(volume: string, packed: Uint8Array): void {
    void this.#volumes.put(volume, Buffer.from(packed));
  }

  *articles(): Iterable<PreparedArticle> {
    for (const { value } of this.#articles.getRange()) yield unpackJson(value);
  }

  isDatedFromOutside(key: string): boolean {
    return this.#undated.doesExist(key);
  }

  hasDatesFromOutside(): boolean {
    return this.#undated.getKeysCount({ limit: 1 }) > 0;
  }

  hasArticle(key: string): boolean {
    return this.#articles.doesExist(key);
  }

  currentArticles(): Set<string> {
    const keys = new Set(this.#current.get(KEYS)?.split(' '));
    for (const key of this.#undated.getKeys()) keys.delete(key);
    return keys;
  }

  getBody(bodyDigest: string): StoredBody | undefined {
    const packed = this.#bodies.get(bodyDigest);
    return packed === undefined ? undefined : unpackBody(packed);
  }

  putBody(bodyDigest: string, body: StoredBody): void {
    void this.#bodies.put(bodyDigest, packBody(body));
  }

  getTerms(key: string): StoredTerms | undefined {
    const bytes = this.#terms.get(key);
    if (bytes === undefined) return undefined;
    return {
      digest: bytes.toString('latin1', 0, DIGEST_LENGTH),
      record: bytes.subarray(DIGEST_LENGTH),
    };
  }

  putTerms(key: string, { digest, record }: StoredTerms): void {
    void this.#terms.put(key, Buffer.concat([Buffer.from(digest, 'latin1'), record]));
  }

  getSearchIndex(): StoredSearchIndex | undefined {
    const [code, manifest, ledger] = ['code', 'manifest', 'ledger'].map((part) => this.#search.get(part));
    if (code === undefined || manifest === undefined || ledger === undefined) return undefined;
    return { code: code.toString(), manifest: manifest.toString(), ledger };
  }

  putSearchIndex({ code, manifest, ledger }: StoredSearchIndex): void {
    void this.#search.put('code', Buffer.from(code));
    void this.#search.put('manifest', Buffer.from(manifest));
    void this.#search.put('ledger', Buffer.from(ledger));
  }

  getCheck(key: string): CheckRecord | undefined {
    return this.#checks.get(key);
  }

  putCheck(key: string, record: CheckRecord): void {
    void this.#checks.put(key, record);
  }

  getLastCheck(): LastCheck | undefined {
    return this.#lastCheck.get('last');
  }

  putLastCheck(check: LastCheck): void {
    void this.#lastCheck.put('last', check);
  }

  getBundle(key: string): readonly BundledFile[] | undefined {
    return this.#bundles.get(key);
  }

  putBundle(key: string, files: readonly BundledFile[]): void {
    for (const old of this.#bundles.getKeys()) void this.#bundles.remove(old);
    void this.#bundles.put(key, files);
  }

  outputs(): Map<string, OutputRecord> {
    return readOutputs(this.spelledOutputs());
  }

  spelledOutputs(): string {
    return this.#outputs.get('files') ?? '';
  }

  putOutputs(records: ReadonlyMap<string, OutputRecord>): void {
    void this.#outputs.put('files', spellOutputs(records));
  }

  getParts(file: string): PageParts | undefined {
    return this.#writtenPage(file)?.parts;
  }

  #writtenPage(file: string): WrittenPage | undefined {
    const packed = this.#parts.get(file);
    return packed && unpackJson(packed);
  }

  getCauses(file: string): readonly string[] | undefined {
    const written = this.#writtenPage(file);
    return written === undefined ? undefined : (written.causes ?? NEW_PAGE);
  }

  putParts(file: string, parts: PageParts, causes: readonly string[]): void {
    const written: WrittenPage = causes === NEW_PAGE ? { parts } : { parts, causes };
    void this.#parts.put(file, packJson(written));
  }

  removeParts(file: string): void {
    void this.#parts.remove(file);
  }

  getState(): BuildState | undefined {
    return this.#state.get('state');
  }

  putState(state: BuildState): void {
    void this.#state.put('state', state);
  }

  getLastBuild(): LastBuild | undefined {
    return this.#last.get('last');
  }

  getLastOutcome(): LastOutcome | undefined {
    return this.#outcome.get('outcome');
  }

  putLastBuild(last: LastBuild): void {
    void this.#last.put('last', last);
  }

  putLastOutcome(outcome: LastOutcome): void {
    void this.#outcome.put('outcome', outcome);
  }

  forgetLastBuild(): void {
    void this.#last.remove('last');
    void this.#outcome.remove('outcome');
  }

  inspect(): void {
    for (const database of this.#databases())
      for (const { value } of database.getRange())
        if (value === undefined) throw new Error('a record is missing');
  }

  beginArticles(): void {
    this.#hasLeftovers ||= this.#hasBegun || this.#current.doesExist(UNNAMED);
    void this.#current.put(UNNAMED, 'there may be records that no build has named');
    this.#hasBegun = true;
  }

  async prune(articleKeys: ReadonlySet<string>, bodyDigests: ReadonlySet<string>): Promise<void> {
    const before = this.#current.get(KEYS)?.split(' ');
    this.#hasLeftovers ||= !this.#hasBegun && this.#current.doesExist(UNNAMED);
    if (before === undefined || this.#hasLeftovers) {
      for (const database of [this.#articles, this.#undated, this.#terms])
        await this.#remove(database, listUnnamed(database, articleKeys));
      await this.#remove(this.#bodies, listUnnamed(this.#bodies, bodyDigests));
    } else {
      const gone = before.filter((key) => !articleKeys.has(key));
      const bodies = gone.flatMap((key) => {
        const record = this.getArticle(key);
        return record?.ok && !bodyDigests.has(record.summary.bodyDigest) ? [record.summary.bodyDigest] : [];
      });
      for (const database of [this.#articles, this.#undated, this.#terms]) await this.#remove(database, gone);
      await this.#remove(this.#bodies, bodies);
    }
    void this.#current.put(KEYS, [...articleKeys].join(' '));
    void this.#current.remove(UNNAMED);
    this.#hasBegun = false;
    this.#hasLeftovers = false;
  }

  async pruneChecks(keys: ReadonlySet<string>): Promise<void> {
    await this.#remove(this.#checks, listUnnamed(this.#checks, keys));
  }

  async #remove(database: Database<unknown, string>, keys: readonly string[]): Promise<void> {
    for (const [at, key] of keys.entries()) {
      void database.remove(key);
      if ((at + 1) % MOST_REMOVED_AT_ONCE === 0) await this.#root.committed;
    }
  }

  async committed(): Promise<void> {
    await this.#root.committed;
  }

  async flushed(): Promise<void> {
    await this.#root.flushed;
  }

  isMostlyFree(): boolean {
    const pagesOf = (database: Database<unknown, string>): number => {
      const { treeBranchPageCount, treeLeafPageCount, overflowPages } = database.getStats() as TreeStats;
      return treeBranchPageCount + treeLeafPageCount + overflowPages;
    };
    const { lastPageNumber } = this.#root.getStats() as { readonly lastPageNumber: number };
    const used = this.#databases().reduce((sum, database) => sum + pagesOf(database), 0);
    return isMostlyFree({ all: lastPageNumber + 1, used });
  }

  async close(): Promise<void> {
    await this.#root.flushed;
    await this.#root.close();
  }

  async closeCompacted(): Promise<void> {
    await this.#root.flushed;
    await closeCompacted(this.#root, this.#file);
  }

  #databases(): readonly Database<unknown, string>[] {
    return [
      this.#articles,
      this.#volumes,
      this.#undated,
      this.#current,
      this.#bodies,
      this.#terms,
      this.#search,
      this.#outputs,
      this.#parts,
      this.#checks,
      this.#lastCheck,
      this.#bundles,
      this.#state,
      this.#last,
      this.#outcome,
    ];
  }
}

/** Of a tree's pages, as LMDB counts them. */
interface TreeStats {
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

function listUnnamed(database: Database<unknown, string>, keys: ReadonlySet<string>): readonly string[] {
  return [...database.getKeys()].filter((key) => !keys.has(key));
}
