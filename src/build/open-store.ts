import { existsSync, statSync } from 'node:fs';
import type { Limits } from '../content/site-config.ts';
import { defaultSiteConfig } from '../content/site-config-defaults.ts';
import { inBackground } from './in-background.ts';
import { attachStore, STORE_FORMAT } from './lmdb-store.ts';
import type { Store } from './store.ts';
import { discardStore, storeFile } from './store-file.ts';
import { breakSeal, isSealedAs, readSeal, writeSeal } from './store-seal.ts';
import type { Workforce } from './workforce.ts';

export interface OpenedStore {
  readonly store: Store;
  /** Why an earlier store had to be thrown away, if so: a sentence's end, after "it". */
  readonly rebuilt?: string;
  /** Closes the store, and begins to vouch for it: of a large one that takes a while, which the caller may use. */
  readonly beginClosing: () => Promise<void>;
  /** Closes the store, if that is not done, and vouches for it. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the store of a build, which must have locked the cache folder: what can't be trusted is thrown away first.
 *
 * @param workforce - Inspects a store that was left by a killed build, since a damaged one can end the process that reads it.
 * @param isSound - Whether it is as it was sealed, if that is being looked at already.
 */
export async function openStore(
  cacheFolder: string,
  workforce: Workforce,
  isSound?: Promise<boolean>,
): Promise<OpenedStore> {
  const file = storeFile(cacheFolder);
  const rebuilt = await findDamage(cacheFolder, file, workforce, isSound);
  if (rebuilt !== undefined) {
    // Workers may hold the damaged file open.
    await workforce.dismiss();
    discardStore(cacheFolder);
  }
  const seal = readSeal(cacheFolder);
  const before = seal && statSync(file, { bigint: true }).mtimeNs;
  breakSeal(cacheFolder);
  const store = attachStore(cacheFolder);
  const shut = async (): Promise<{ readonly sealing: Promise<void> }> => {
    const vouched = store.getLastBuild()?.vouched;
    if (store.isMostlyFree()) {
      // They would go on with the file that is replaced.
      await workforce.dismiss();
      await store.closeCompacted();
    } else await store.close();
    const untouched = before !== undefined && statSync(file, { bigint: true }).mtimeNs === before;
    const told = {
      format: STORE_FORMAT,
      ...(vouched !== undefined && { vouched }),
      ...(untouched && { crc: seal!.crc }),
    };
    return { sealing: inBackground(writeSeal(cacheFolder, file, told, workforce.threads)) };
  };
  let shutting: ReturnType<typeof shut> | undefined;
  const beginClosing = async () => {
    shutting ??= shut();
    await shutting;
  };
  return {
    store,
    ...(rebuilt === undefined ? {} : { rebuilt }),
    beginClosing,
    close: async () => {
      await beginClosing();
      await (await shutting!).sealing;
    },
  };
}

/** What is wrong with the store of a folder; `undefined` when there is none, or nothing is. */
async function findDamage(
  cacheFolder: string,
  file: string,
  workforce: Workforce,
  isSound: Promise<boolean> | undefined,
): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const seal = readSeal(cacheFolder);
  if (seal === undefined) {
    return (await isReadable(cacheFolder, workforce)) ? undefined : 'is damaged';
  }
  if (seal.format !== STORE_FORMAT) return `is of another version (${seal.format})`;
  return (await (isSound ?? isSealedAs(seal, file, workforce.threads))) ? undefined : 'is damaged';
}

/** A store of a million articles is read in less. */
const INSPECTION_MS = 600_000;
const INSPECTION_LIMITS: Limits = defaultSiteConfig.limits;

/** Has a worker read all of a store whose last build was killed. */
async function isReadable(cacheFolder: string, workforce: Workforce): Promise<boolean> {
  const pool = await workforce.hire(INSPECTION_LIMITS);
  const [outcome] = await pool.run<boolean>('inspect', [cacheFolder], {
    sliceSize: 1,
    itemMs: INSPECTION_MS,
  });
  return outcome?.ok === true && outcome.result;
}
