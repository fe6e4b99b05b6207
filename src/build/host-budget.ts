import { type HostLimit, type HostProfile, hostLimits, hostProfiles } from '../content/host-profiles.ts';
import type { SiteSize } from './measure-site.ts';

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
