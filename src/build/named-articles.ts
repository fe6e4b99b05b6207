import type { Database } from 'lmdb';
import { unpackJson } from './packed-json.ts';
import type { PutBatch } from './put-batch.ts';
import type { PreparedArticle } from './store.ts';
import { isEmpty, type StoreDatabases } from './store-databases.ts';

/** The articles of the last build, and the note that there may be records of others. */
const KEYS = 'keys';
const UNNAMED = 'unnamed';

/** Which of a store's articles the last build has named, and the removal of all others: see `Store`. */
export class NamedArticles {
  readonly #db: StoreDatabases;
  readonly #batch: PutBatch;
  /** Since the last `prune`. */
  #hasBegun = false;
  /** Of a build that came to no end, besides the one at work. */
  #hasLeftovers = false;
  /** There was no article when the build began: there is nothing in the store but what the build has put. */
  #isNew = false;

  constructor(db: StoreDatabases, batch: PutBatch) {
    this.#db = db;
    this.#batch = batch;
  }

  begin(): void {
    this.#hasLeftovers ||= this.#hasBegun || this.#db.current.doesExist(UNNAMED);
    this.#isNew = isEmpty(this.#db.articles);
    void this.#db.current.put(UNNAMED, 'there may be records that no build has named');
    this.#hasBegun = true;
  }

  async prune(articleKeys: readonly string[], listBodyDigests: () => ReadonlySet<string>): Promise<void> {
    const { articles, bodies, current } = this.#db;
    await this.#batch.write();
    const before = current.get(KEYS);
    const now = articleKeys.join(' ');
    this.#hasLeftovers ||= !this.#hasBegun && current.doesExist(UNNAMED);
    if (this.#isNew && !this.#hasLeftovers) {
      await this.#removeArticles(listOthers(this.#batch.keys(articles), new Set(articleKeys)));
      await removeAll(bodies, listOthers(this.#batch.keys(bodies), listBodyDigests()));
    } else if (before === undefined || this.#hasLeftovers) {
      const named = new Set(articleKeys);
      for (const database of this.#ofArticles()) await removeUnnamed(database, named);
      await removeUnnamed(bodies, listBodyDigests());
    } else {
      const gone = listGone(before, now);
      const theirs = gone.flatMap((key) => this.#bodyOf(key) ?? []);
      await this.#removeArticles(gone);
      if (theirs.length > 0) await removeAll(bodies, listOthers(theirs, listBodyDigests()));
    }
    if (now !== before) void current.put(KEYS, now);
    void current.remove(UNNAMED);
    this.#hasBegun = false;
    this.#hasLeftovers = false;
    this.#isNew = false;
    await this.#batch.clear();
  }

  #bodyOf(key: string): string | undefined {
    const packed = this.#db.articles.get(key);
    const record = packed && unpackJson<PreparedArticle>(packed);
    return record?.ok ? record.summary.bodyDigest : undefined;
  }

  async #removeArticles(keys: readonly string[]): Promise<void> {
    for (const database of this.#ofArticles()) await removeAll(database, keys);
  }

  #ofArticles(): readonly Database<unknown, string>[] {
    return [this.#db.articles, this.#db.undated, this.#db.terms];
  }
}

/** Drops every record that is not named; reads all keys. */
export async function removeUnnamed(
  database: Database<unknown, string>,
  keys: ReadonlySet<string>,
): Promise<void> {
  await removeAll(database, listOthers(database.getKeys(), keys));
}

/** LMDB holds the pages that a transaction changes, and has room for 131,072 of them: some hundred thousand bodies are more. */
const MOST_REMOVED_AT_ONCE = 2000;

async function removeAll(database: Database<unknown, string>, keys: readonly string[]): Promise<void> {
  for (const [at, key] of keys.entries()) {
    const removed = database.remove(key);
    if ((at + 1) % MOST_REMOVED_AT_ONCE === 0) await removed;
  }
}

function listOthers(keys: Iterable<string>, named: ReadonlySet<string>): readonly string[] {
  return [...keys].filter((key) => !named.has(key));
}

const PIECE = 4096;

/**
 * The words of a text that are not in another, both parted by spaces. What the texts begin and end with alike is not looked
 * at word by word: of a hundred thousand keys few have come or gone.
 */
export function listGone(before: string, now: string): readonly string[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  // Strings are compared sooner than their letters.
  while (start < shorter && before.slice(start, start + PIECE) === now.slice(start, start + PIECE))
    start = Math.min(start + PIECE, shorter);
  while (start < shorter && before.charCodeAt(start) === now.charCodeAt(start)) start++;
  // From the beginning of the word that differs.
  start = start === 0 ? 0 : before.lastIndexOf(' ', start - 1) + 1;
  let [end, endNow] = [before.length, now.length];
  while (
    Math.min(end, endNow) - start > PIECE &&
    before.slice(end - PIECE, end) === now.slice(endNow - PIECE, endNow)
  ) {
    end -= PIECE;
    endNow -= PIECE;
  }
  while (end > start && endNow > start && before.charCodeAt(end - 1) === now.charCodeAt(endNow - 1)) {
    end--;
    endNow--;
  }
  const restOfWord = (text: string, from: number) => {
    const next = text.indexOf(' ', from);
    return next === -1 ? text.length : next;
  };
  const named = new Set(now.slice(start, restOfWord(now, endNow)).split(' '));
  const words = before.slice(start, restOfWord(before, end)).split(' ');
  return words.filter((word) => word !== '' && !named.has(word));
}
