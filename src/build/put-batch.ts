import type { Database } from 'lmdb';
import { putInChunks } from './put-in-chunks.ts';
import { RecordSpool } from './record-spool.ts';

type Records = Database<Buffer, string>;

/** In bytes, on the disk: some 160,000 articles. A build that is killed loses what was held. */
const MOST_HELD = 1024 * 1024 * 1024;
/** In bytes. */
const WRITTEN_AT_ONCE = 4 * 1024 * 1024;

/**
 * Records that are held in a spool for a while, and then put together, in the order of their keys. Keys are digests: put as
 * they come, each few records would have LMDB write anew as many pages of the tree; these would come to lie all over the
 * file; and reading one of them, to put the next, has the system map what lies around it, in the end the whole file. For the
 * same reason they go on to be read from the spool.
 */
export class PutBatch {
  readonly #file: string;
  readonly #shelves: ReadonlyMap<Records, Shelf>;
  #spool: RecordSpool | undefined;
  #bytes = 0;
  #writing = Promise.resolve();

  /**
   * @param file - Of the spool, absolute.
   * @param order - The databases whose records are held. Those of one that comes later may rely on those of one before.
   */
  constructor(file: string, order: readonly Records[]) {
    this.#file = file;
    this.#shelves = new Map(order.map((database) => [database, { places: new Map(), held: new Set() }]));
  }

  /** @throws The system's error when the disk refuses. */
  put(database: Records, key: string, record: Uint8Array): void {
    this.#spool ??= new RecordSpool(this.#file);
    const { places, held } = this.#shelves.get(database)!;
    places.set(key, this.#spool.append(record));
    held.add(key);
    this.#bytes += record.length;
    if (this.#bytes >= MOST_HELD) this.write().catch(() => {});
  }

  /** A record that was put since `clear`, whether it is still held or not. */
  read(database: Records, key: string): Buffer | undefined {
    const place = this.#shelves.get(database)!.places.get(key);
    return place === undefined ? undefined : this.#spool!.read(place);
  }

  /** Those of all records that were put since `clear`. */
  keys(database: Records): Iterable<string> {
    return this.#shelves.get(database)!.places.keys();
  }

  /** Resolves when all that was put before can be read in the databases. @throws What LMDB throws. */
  write(): Promise<void> {
    const spool = this.#spool;
    // Not by their bytes: records may be empty.
    const isHeld = [...this.#shelves.values()].some(({ held }) => held.size > 0);
    if (isHeld && spool !== undefined) {
      const batch = [...this.#shelves].map(([database, { places, held }]) => {
        const keys = [...held].sort();
        held.clear();
        return { database, places, keys };
      });
      const bytes = this.#bytes;
      this.#bytes = 0;
      this.#writing = this.#writing
        .catch(() => {})
        .then(() => putAll(batch, spool))
        .catch((error) => {
          // Held again, for when the disk has room.
          for (const { database, keys } of batch)
            for (const key of keys) this.#shelves.get(database)!.held.add(key);
          this.#bytes += bytes;
          throw error;
        });
    }
    return this.#writing;
  }

  /** Writes what is held, and forgets what was put. @throws What LMDB throws. */
  async clear(): Promise<void> {
    await this.write();
    for (const { places } of this.#shelves.values()) places.clear();
    this.#spool?.close();
    this.#spool = undefined;
  }
}

/** Of one database. */
interface Shelf {
  /** Of records in the spool, by their keys. */
  readonly places: Map<string, number>;
  /** Keys of those that are not in the database yet. */
  readonly held: Set<string>;
}

type Batch = readonly {
  readonly database: Records;
  readonly places: ReadonlyMap<string, number>;
  readonly keys: readonly string[];
}[];

async function putAll(batch: Batch, spool: RecordSpool): Promise<void> {
  for (const { database, places, keys } of batch) {
    const records = function* () {
      for (const key of keys) yield { key, value: spool.read(places.get(key)!) };
    };
    await putInChunks(database, records(), WRITTEN_AT_ONCE);
  }
}
