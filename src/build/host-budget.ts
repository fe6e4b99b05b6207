import { type HostLimit, type HostProfile, hostLimits, hostProfiles } from '../content/host-profiles.ts';
import { takeTop } from '../site/take-top.ts';
import { countFolders } from './site-folders.ts';
import { sortByPath } from './sort-by-path.ts';
import type { OutputRecord } from './store.ts';

/** How large the site is, in the terms in which hosts limit sites. */
export interface SiteSize {
  readonly files: number;
  /** Files and folders. */
  readonly entries: number;
  readonly bytes: number;
  /** What lies in each folder of the top level, the largest first; files of the top level are under `/`. */
  readonly parts: readonly SitePart[];
  /** The largest files, at most ten, the largest first. */
  readonly largest: readonly { readonly file: string; readonly bytes: number }[];
  /** The folders with most in them, at most three, the fullest first. */
  readonly fullest: readonly { readonly folder: string; readonly entries: number }[];
}

export interface SitePart {
  readonly part: string;
  readonly files: number;
  readonly bytes: number;
}

/** How much of a host's limits the site takes. */
export interface HostUse {
  readonly host: string;
  /** Whether `site.yaml` names the host. Others are told of for information only. */
  readonly chosen: boolean;
  readonly limits: readonly LimitUse[];
}

export interface LimitUse {
  readonly limit: HostLimit;
  readonly used: number;
  /** At most; above it the host refuses the site. */
  readonly allowed: number;
}

const MOST_FILES = 10;
const MOST_FOLDERS = 3;

/** @param records - What lies in the output folder, by path. */
export function measureSite(records: ReadonlyMap<string, Pick<OutputRecord, 'size'>>): SiteSize {
  const { files, values } = sortByPath(records);
  const sizeOf = (at: number): number => values[at]!.size;
  const parts = sumParts(files, sizeOf);
  const folders = countFolders(files);
  return {
    files: files.length,
    entries: files.length + folders.length,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    parts: parts.sort((a, b) => b.bytes - a.bytes || compare(a.part, b.part)),
    largest: takeTop(files.keys(), (a, b) => sizeOf(b) - sizeOf(a) || a - b, MOST_FILES).map((at) => ({
      file: files[at]!,
      bytes: sizeOf(at),
    })),
    fullest: folders.takeFullest(MOST_FOLDERS),
  };
}

/** @param files - By code unit, so that all of a folder follow one another. */
function sumParts(files: readonly string[], sizeOf: (at: number) => number): SitePart[] {
  const parts = new Map<string, { readonly part: string; files: number; bytes: number }>();
  let last = { part: '/', files: 0, bytes: 0 };
  for (let at = 0; at < files.length; at++) {
    const file = files[at]!;
    if (!file.startsWith(last.part)) {
      const part = file.includes('/') ? file.slice(0, file.indexOf('/') + 1) : '/';
      last = parts.get(part) ?? { part, files: 0, bytes: 0 };
      parts.set(part, last);
    }
    last.files++;
    last.bytes += sizeOf(at);
  }
  return [...parts.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The use of the hosts that `site.yaml` names or, where it names none, of all that are known. */
export function compareWithHosts(size: SiteSize, hosts: readonly HostProfile[]): readonly HostUse[] {
  const chosen = hosts.length > 0;
  return (chosen ? hosts : hostProfiles).map((host) => ({
    host: host.name,
    chosen,
    limits: hostLimits.flatMap((limit) => {
      const allowed = host[limit];
      return allowed === undefined ? [] : [{ limit, used: usedOf(size, limit), allowed }];
    }),
  }));
}

function usedOf(size: SiteSize, limit: HostLimit): number {
  switch (limit) {
    case 'siteBytes':
      return size.bytes;
    case 'fileBytes':
      return size.largest[0]?.bytes ?? 0;
    case 'folderEntries':
      return size.fullest[0]?.entries ?? 0;
    default:
      return size[limit];
  }
}

/** From this share of a limit on it is time to do something. */
const NEARLY = 0.8;

/** `over`: the host will refuse the site; `near`: not long from now. */
export type HostVerdict = 'fits' | 'near' | 'over';

export function judgeLimit({ used, allowed }: LimitUse): HostVerdict {
  if (used > allowed) return 'over';
  return used >= allowed * NEARLY ? 'near' : 'fits';
}
