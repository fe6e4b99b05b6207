import type { BuildReport } from '../build/build-report.ts';
import { type HostUse, judgeLimit, type LimitUse } from '../build/host-budget.ts';
import type { SiteSize } from '../build/measure-site.ts';
import {
  formatAmount,
  formatBytes,
  formatNumber,
  formatPercent,
  limitWords,
  shareOf,
} from '../report/host-words.ts';

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
  return `${host} ${formatPercent(nearest)}${chosen ? ` of its ${limitWords[nearest.limit].name}` : ''}`;
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
        const { name, hint } = limitWords[use.limit];
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
