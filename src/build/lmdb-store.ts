import { mkdirSync } from 'node:fs';
import type { Database } from 'lmdb';
import type { CheckRecord } from '../check/check-source.ts';
import type { BundledFile } from './assets.ts';
import { type BriefRecord, unpackVolume } from './brief-record.ts';
import { closeCompacted } from './compact-store.ts';
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
import {
  countPages,
  DATABASE_NAMES,
  listDatabases,
  openDatabases,
  type StoreDatabases,
} from './store-databases.ts';
import { isMostlyFree, storeFile } from './store-file.ts';
import { packBody, type StoredBody, unpackBody } from './stored-body.ts';

/** What records look like; a store of another format is thrown away. */
export const STORE_FORMAT = 'broadsheet-store-7';

/** Opens the store of a cache folder as it is, making it when there is none. What opens a build's store is `openStore`. */
export function attachStore(cacheFolder: string): Store {
  mkdirSync(cacheFolder, { recursive: true });
  return new LmdbStore(storeFile(cacheFolder));
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
  readonly #file: string;
  readonly #db: StoreDatabases;

  constructor(file: string) {
    this.#file = file;
    this.#db = openDatabases(file);
  }

  getArticle(key: string): PreparedArticle | undefined {
    const packed = this.#db.articles.get(key);
    return packed && unpackJson(packed);
  }

  putArticle(key: string, record: PreparedArticle): void {
    void this.#db.articles.put(key, packJson(record));
    if (record.ok && record.datedFromOutside) void this.#db.undated.put(key, true);
  }

  briefs(): Map<string, BriefRecord> {
    const records = new Map<string, BriefRecord>();
    for (const { value } of this.#db.volumes.getRange())
      for (const [key, record] of unpackVolume(value)) records.set(key, record);
    return records;
  }

  putVolume(volume: string, packed: Uint8Array): void {
    void this.#db.volumes.put(volume, Buffer.from(packed));
  }

  *articles(): Iterable<PreparedArticle> {
    for (const { value } of this.#db.articles.getRange()) yield unpackJson(value);
  }

  isDatedFromOutside(key: string): boolean {
    return this.#db.undated.doesExist(key);
  }

  hasDatesFromOutside(): boolean {
    return this.#db.undated.getKeysCount({ limit: 1 }) > 0;
  }

  hasArticle(key: string): boolean {
    return this.#db.articles.doesExist(key);
  }

  currentArticles(): Set<string> {
    const keys = new Set(this.#db.current.get(KEYS)?.split(' '));
    for (const key of this.#db.undated.getKeys()) keys.delete(key);
    return keys;
  }

  getBody(bodyDigest: string): StoredBody | undefined {
    const packed = this.#db.bodies.get(bodyDigest);
    return packed === undefined ? undefined : unpackBody(packed);
  }

  putBody(bodyDigest: string, body: StoredBody): void {
    void this.#db.bodies.put(bodyDigest, packBody(body));
  }

  getTerms(key: string): StoredTerms | undefined {
    const bytes = this.#db.terms.get(key);
    if (bytes === undefined) return undefined;
    return {
      digest: bytes.toString('latin1', 0, DIGEST_LENGTH),
      record: bytes.subarray(DIGEST_LENGTH),
    };
  }

  putTerms(key: string, { digest, record }: StoredTerms): void {
    void this.#db.terms.put(key, Buffer.concat([Buffer.from(digest, 'latin1'), record]));
  }

  getSearchIndex(): StoredSearchIndex | undefined {
    const [code, manifest, ledger] = ['code', 'manifest', 'ledger'].map((part) => this.#db.search.get(part));
    if (code === undefined || manifest === undefined || ledger === undefined) return undefined;
    return { code: code.toString(), manifest: manifest.toString(), ledger };
  }

  putSearchIndex({ code, manifest, ledger }: StoredSearchIndex): void {
    void this.#db.search.put('code', Buffer.from(code));
    void this.#db.search.put('manifest', Buffer.from(manifest));
    void this.#db.search.put('ledger', Buffer.from(ledger));
  }

  getCheck(key: string): CheckRecord | undefined {
    return this.#db.checks.get(key);
  }

  putCheck(key: string, record: CheckRecord): void {
    void this.#db.checks.put(key, record);
  }

  getLastCheck(): LastCheck | undefined {
    return this.#db.lastCheck.get('last');
  }

  putLastCheck(check: LastCheck): void {
    void this.#db.lastCheck.put('last', check);
  }

  getBundle(key: string): readonly BundledFile[] | undefined {
    return this.#db.bundles.get(key);
  }

  putBundle(key: string, files: readonly BundledFile[]): void {
    for (const old of this.#db.bundles.getKeys()) void this.#db.bundles.remove(old);
    void this.#db.bundles.put(key, files);
  }

  outputs(): Map<string, OutputRecord> {
    return readOutputs(this.spelledOutputs());
  }

  spelledOutputs(): string {
    return this.#db.outputs.get('files') ?? '';
  }

  putOutputs(records: ReadonlyMap<string, OutputRecord>): void {
    void this.#db.outputs.put('files', spellOutputs(records));
  }

  getParts(file: string): PageParts | undefined {
    return this.#writtenPage(file)?.parts;
  }

  #writtenPage(file: string): WrittenPage | undefined {
    const packed = this.#db.parts.get(file);
    return packed && unpackJson(packed);
  }

  getCauses(file: string): readonly string[] | undefined {
    const written = this.#writtenPage(file);
    return written === undefined ? undefined : (written.causes ?? NEW_PAGE);
  }

  putParts(file: string, parts: PageParts, causes: readonly string[]): void {
    const written: WrittenPage = causes === NEW_PAGE ? { parts } : { parts, causes };
    void this.#db.parts.put(file, packJson(written));
  }

  removeParts(file: string): void {
    void this.#db.parts.remove(file);
  }

  getState(): BuildState | undefined {
    return this.#db.state.get('state');
  }

  putState(state: BuildState): void {
    void this.#db.state.put('state', state);
  }

  getLastBuild(): LastBuild | undefined {
    return this.#db.last.get('last');
  }

  getLastOutcome(): LastOutcome | undefined {
    return this.#db.outcome.get('outcome');
  }

  putLastBuild(last: LastBuild): void {
    void this.#db.last.put('last', last);
  }

  putLastOutcome(outcome: LastOutcome): void {
    void this.#db.outcome.put('outcome', outcome);
  }

  forgetLastBuild(): void {
    void this.#db.last.remove('last');
    void this.#db.outcome.remove('outcome');
  }

  inspect(): void {
    for (const database of listDatabases(this.#db))
      for (const { value } of database.getRange())
        if (value === undefined) throw new Error('a record is missing');
  }

  beginArticles(): void {
    this.#hasLeftovers ||= this.#hasBegun || this.#db.current.doesExist(UNNAMED);
    void this.#db.current.put(UNNAMED, 'there may be records that no build has named');
    this.#hasBegun = true;
  }

  async prune(articleKeys: ReadonlySet<string>, bodyDigests: ReadonlySet<string>): Promise<void> {
    const before = this.#db.current.get(KEYS)?.split(' ');
    this.#hasLeftovers ||= !this.#hasBegun && this.#db.current.doesExist(UNNAMED);
    if (before === undefined || this.#hasLeftovers) {
      for (const database of [this.#db.articles, this.#db.undated, this.#db.terms])
        await this.#remove(database, listUnnamed(database, articleKeys));
      await this.#remove(this.#db.bodies, listUnnamed(this.#db.bodies, bodyDigests));
    } else {
      const gone = before.filter((key) => !articleKeys.has(key));
      const bodies = gone.flatMap((key) => {
        const record = this.getArticle(key);
        return record?.ok && !bodyDigests.has(record.summary.bodyDigest) ? [record.summary.bodyDigest] : [];
      });
      for (const database of [this.#db.articles, this.#db.undated, this.#db.terms])
        await this.#remove(database, gone);
      await this.#remove(this.#db.bodies, bodies);
    }
    void this.#db.current.put(KEYS, [...articleKeys].join(' '));
    void this.#db.current.remove(UNNAMED);
    this.#hasBegun = false;
    this.#hasLeftovers = false;
  }

  async pruneChecks(keys: ReadonlySet<string>): Promise<void> {
    await this.#remove(this.#db.checks, listUnnamed(this.#db.checks, keys));
  }

  async #remove(database: Database<unknown, string>, keys: readonly string[]): Promise<void> {
    for (const [at, key] of keys.entries()) {
      void database.remove(key);
      if ((at + 1) % MOST_REMOVED_AT_ONCE === 0) await this.#db.root.committed;
    }
  }

  async committed(): Promise<void> {
    await this.#db.root.committed;
  }

  async flushed(): Promise<void> {
    await this.#db.root.flushed;
  }

  isMostlyFree(): boolean {
    return isMostlyFree(countPages(this.#db));
  }

  async close(): Promise<void> {
    await this.#db.root.flushed;
    await this.#db.root.close();
  }

  async closeCompacted(): Promise<void> {
    await this.#db.root.flushed;
    await closeCompacted(this.#db.root, this.#file, DATABASE_NAMES);
  }
}

function listUnnamed(database: Database<unknown, string>, keys: ReadonlySet<string>): readonly string[] {
  return [...database.getKeys()].filter((key) => !keys.has(key));
}
