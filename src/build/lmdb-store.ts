import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { CheckRecord } from '../check/check-record.ts';
import type { BundledFile } from './assets.ts';
import { closeCompacted } from './compact-store.ts';
import { readLastOutcome } from './last-outcome.ts';
import { NamedArticles, removeUnnamed } from './named-articles.ts';
import { readParts, spellParts } from './output-parts.ts';
import type { PackedArticle } from './packed-article.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { NEW_PAGE, type PageParts } from './page-parts.ts';
import { PutBatch } from './put-batch.ts';
import type {
  BriefPart,
  BuildState,
  LastBuild,
  LastCheck,
  LastOutcome,
  PreparedArticle,
  SpelledOutputs,
  Store,
  StoredSearchIndex,
  StoredTerms,
} from './store.ts';
import {
  countPages,
  DATABASE_NAMES,
  isEmpty,
  listDatabases,
  openDatabases,
  type StoreDatabases,
} from './store-databases.ts';
import { isMostlyFree, storeFile } from './store-file.ts';
import { type StoredBody, unpackBody } from './stored-body.ts';

/** What records look like; a store of another format is thrown away. */
export const STORE_FORMAT = 'broadsheet-store-9';

/** Opens the store of a cache folder as it is, making it when there is none. What opens a build's store is `openStore`. */
export function attachStore(cacheFolder: string): Store {
  mkdirSync(cacheFolder, { recursive: true });
  return new LmdbStore(storeFile(cacheFolder));
}

/** Of `digest`, in characters. */
const DIGEST_LENGTH = 22;

interface WrittenPage {
  readonly parts: PageParts;
  /** Absent: those of a new page. */
  readonly causes?: readonly string[];
}

class LmdbStore implements Store {
  readonly #file: string;
  readonly #db: StoreDatabases;
  readonly #batch: PutBatch;
  readonly #named: NamedArticles;

  constructor(file: string) {
    this.#file = file;
    this.#db = openDatabases(file);
    const { bodies, articles, terms } = this.#db;
    // An article's record is not to be found without its body.
    this.#batch = new PutBatch(`${file}-spool`, [bodies, articles, terms]);
    this.#named = new NamedArticles(this.#db, this.#batch);
  }

  getArticle(key: string): PreparedArticle | undefined {
    const packed = this.#db.articles.get(key);
    return packed && unpackJson(packed);
  }

  putArticle(key: string, { record, datedFromOutside, body, bodyDigest }: PackedArticle): void {
    this.#batch.put(this.#db.articles, key, record);
    if (datedFromOutside) void this.#db.undated.put(key, true);
    if (body !== undefined) this.putBody(bodyDigest!, body);
  }

  getBriefs(part: BriefPart): Uint8Array | undefined {
    return this.#db.briefs.get(part);
  }

  putBriefs(part: BriefPart, packed: Uint8Array): void {
    void this.#db.briefs.put(part, Buffer.from(packed));
  }

  *articles(): Iterable<PreparedArticle> {
    for (const { value } of this.#db.articles.getRange()) yield unpackJson(value);
  }

  isDatedFromOutside(key: string): boolean {
    return this.#db.undated.doesExist(key);
  }

  hasDatesFromOutside(): boolean {
    return !isEmpty(this.#db.undated);
  }

  hasArticle(key: string): boolean {
    return this.#db.articles.doesExist(key);
  }

  isEmpty(): boolean {
    return isEmpty(this.#db.articles) && isEmpty(this.#db.checks);
  }

  getBody(bodyDigest: string): StoredBody | undefined {
    const packed = this.getPackedBody(bodyDigest);
    return packed && unpackBody(packed);
  }

  getPackedBody(bodyDigest: string): Uint8Array | undefined {
    const { bodies } = this.#db;
    return this.#batch.read(bodies, bodyDigest) ?? bodies.get(bodyDigest);
  }

  putBody(bodyDigest: string, packed: Uint8Array): void {
    this.#batch.put(this.#db.bodies, bodyDigest, packed);
  }

  getTerms(key: string): StoredTerms | undefined {
    const { terms } = this.#db;
    const bytes = this.#batch.read(terms, key) ?? terms.get(key);
    if (bytes === undefined) return undefined;
    return {
      digest: bytes.toString('latin1', 0, DIGEST_LENGTH),
      record: bytes.subarray(DIGEST_LENGTH),
    };
  }

  putTerms(key: string, { digest, record }: StoredTerms): void {
    this.#batch.put(this.#db.terms, key, Buffer.concat([Buffer.from(digest, 'latin1'), record]));
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

  getOutputs(): SpelledOutputs | undefined {
    const [parts, files] = ['parts', 'files'].map((part) => this.#db.outputs.get(part));
    return parts === undefined || files === undefined ? undefined : readParts(parts.toString(), files);
  }

  putOutputs(outputs: SpelledOutputs): void {
    void this.#db.outputs.put('parts', Buffer.from(spellParts(outputs)));
    const { bytes } = outputs;
    void this.#db.outputs.put('files', Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
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
    const last = this.getLastBuild();
    return last && readLastOutcome(path.dirname(this.#file), last.outcome);
  }

  putLastBuild(last: LastBuild): void {
    void this.#db.last.put('last', last);
  }

  forgetLastBuild(): void {
    void this.#db.last.remove('last');
  }

  inspect(): void {
    for (const database of listDatabases(this.#db))
      for (const { value } of database.getRange())
        if (value === undefined) throw new Error('a record is missing');
  }

  beginArticles(): void {
    this.#named.begin();
  }

  prune(articleKeys: readonly string[], listBodyDigests: () => ReadonlySet<string>): Promise<void> {
    return this.#named.prune(articleKeys, listBodyDigests);
  }

  async pruneChecks(keys: ReadonlySet<string>): Promise<void> {
    await removeUnnamed(this.#db.checks, keys);
  }

  async committed(): Promise<void> {
    await this.#batch.write();
    await this.#db.root.committed;
  }

  async flushed(): Promise<void> {
    await this.#batch.write();
    await this.#db.root.flushed;
  }

  isMostlyFree(): boolean {
    return isMostlyFree(countPages(this.#db));
  }

  async close(): Promise<void> {
    await this.#batch.clear();
    await this.#db.root.flushed;
    await this.#db.root.close();
  }

  async closeCompacted(): Promise<void> {
    await this.#batch.clear();
    await this.#db.root.flushed;
    await closeCompacted(this.#db.root, this.#file, DATABASE_NAMES);
  }
}
