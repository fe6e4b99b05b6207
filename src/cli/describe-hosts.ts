import type { BuildReport } from '../build/build-report.ts';
import { type HostUse, judgeLimit, type LimitUse, type SiteSize } from '../build/host-budget.ts';
import type { HostLimit } from '../content/host-profiles.ts';

interface LimitWords {
  /** Behind "46 % of its". */
  readonly name: string;
  readonly unit: 'bytes' | 'number';
  /** What to do about it. */
  readonly hint: string;
}

const WORDS: Readonly<Record<HostLimit, LimitWords>> = Object.freeze({
  siteBytes: {
    name: 'size',
    unit: 'bytes',
    hint: 'Keep large media elsewhere, raise pagination.size, or choose a host without that limit.',
  },
  files: {
    name: 'files',
    unit: 'number',
    hint: 'Raise pagination.size, remove aliases or tags that few articles have, split the archive into a second site, or choose another host or plan.',
  },
  entries: {
    name: 'files and folders',
    unit: 'number',
    hint: 'Raise pagination.size, remove aliases or tags that few articles have, or choose another host or plan.',
  },
  folderEntries: {
    name: 'entries in one folder',
    unit: 'number',
    hint: 'Give articles a permalink with a folder for each year, or choose another host.',
  },
  fileBytes: {
    name: 'size of a file',
    unit: 'bytes',
    hint: 'Shrink these files, keep them elsewhere, or lower feeds.size if they are feeds.',
  },
});

/** How large the site is and how much of its hosts' limits that takes: a line or two for the closing summary. */
export function describeSize({ site, hosts }: Pick<BuildReport, 'site' | 'hosts'>): string {
  const told = hosts.some(({ chosen }) => chosen) ? 'Hosts' : 'Of what hosts allow';
  const uses = hosts.length === 0 ? '' : `${told}: ${hosts.map(describeUse).join(', ')}.`;
  return [
    `${formatNumber(site.files)} files, ${formatBytes(site.bytes)}.`,
    ...(uses === '' ? [] : [uses]),
  ].join('\n');
}

/** The limit that the site comes nearest to. */
function describeUse({ host, chosen, limits }: HostUse): string {
  const [nearest] = [...limits].sort((a, b) => shareOf(b) - shareOf(a));
  if (nearest === undefined) return host;
  return `${host} ${formatPercent(nearest)}${chosen ? ` of its ${WORDS[nearest.limit].name}` : ''}`;
}

export interface HostNotice {
  readonly severity: 'warning' | 'error';
  /** Several lines: what is used, what it is used by, what to do. */
  readonly text: string;
}

/** What is to be said of the hosts that `site.yaml` names: limits that are nearly or wholly used up. */
export function noticeHosts({ site, hosts }: Pick<BuildReport, 'site' | 'hosts'>): readonly HostNotice[] {
  return hosts
    .filter(({ chosen }) => chosen)
    .flatMap(({ host, limits }) =>
      limits.flatMap((use): HostNotice[] => {
        const verdict = judgeLimit(use);
        if (verdict === 'fits') return [];
        const { name, hint } = WORDS[use.limit];
        const what = `${formatAmount(use.used, use)} of ${formatAmount(use.allowed, use)} (${formatPercent(use)})`;
        const sentence =
          verdict === 'over'
            ? `${host} will refuse the site: its ${name} may be ${formatAmount(use.allowed, use)}, and this needs ${formatAmount(use.used, use)} (${formatPercent(use)}).`
            : `${host} is nearly full: ${name} ${what}.`;
        const causes = listContributors(site, use).map((line) => `    ${line}`);
        return [
          {
            severity: verdict === 'over' ? 'error' : 'warning',
            text: [sentence, ...causes, `    ${hint}`].join('\n'),
          },
        ];
      }),
    );
}

const MOST_PARTS = 5;

/** What takes most of a limit. */
export function listContributors(site: SiteSize, { limit, allowed }: LimitUse): readonly string[] {
  switch (limit) {
    case 'fileBytes':
      return site.largest
        .filter(({ bytes }, index) => index === 0 || bytes > allowed)
        .map(({ file, bytes }) => `${formatBytes(bytes)} ${file}`);
    case 'folderEntries':
      return site.fullest.map(({ folder, entries }) => `${formatNumber(entries)} in ${folder || '/'}`);
    case 'siteBytes':
      return site.parts.slice(0, MOST_PARTS).map(({ part, bytes }) => `${formatBytes(bytes)} in ${part}`);
    default:
      return [...site.parts]
        .sort((a, b) => b.files - a.files)
        .slice(0, MOST_PARTS)
        .map(({ part, files }) => `${formatNumber(files)} files in ${part}`);
  }
}

function shareOf({ used, allowed }: LimitUse): number {
  return used / allowed;
}

/** Rounded, but never to 100 % what is above or below. */
export function formatPercent(use: LimitUse): string {
  const percent = shareOf(use) * 100;
  if (percent > 100) return `${formatNumber(Math.max(101, Math.round(percent)))} %`;
  return percent > 0 && percent < 1 ? '<1 %' : `${Math.min(percent < 100 ? 99 : 100, Math.round(percent))} %`;
}

export function formatAmount(amount: number, { limit }: Pick<LimitUse, 'limit'>): string {
  return WORDS[limit].unit === 'bytes' ? formatBytes(amount) : formatNumber(amount);
}

export function nameOfLimit(limit: HostLimit): string {
  return WORDS[limit].name;
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** In decimal units, as hosts count: `489 MB`. */
export function formatBytes(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 999.5 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit++;
  }
  return `${amount < 9.95 && unit > 0 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[unit]}`;
}

/** `13,132` */
export function formatNumber(number: number): string {
  return number.toLocaleString('en-US');
}
