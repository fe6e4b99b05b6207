import type { BuildReport, QuarantineEntry } from '../build/build-report.ts';
import { judgeLimit } from '../build/host-budget.ts';
import { formatAmount, formatBytes, formatNumber, formatPercent, nameOfLimit } from './host-words.ts';

export interface SummaryOptions {
  /** Where a file of the content folder can be looked at. @param line - 1-based. */
  readonly findSource: (file: string, line: number) => string;
}

const MOST_ENTRIES = 50;
const SLOWEST_STAGES = 5;

/** The outcome of a build in Markdown, for the summary of a CI run. */
export function renderSummary(report: BuildReport, { findSource }: SummaryOptions): string {
  return [
    '## The build',
    renderCounts(report),
    renderList('Quarantined: not published', report.quarantine, findSource),
    renderHosts(report),
    renderStages(report),
    renderList('Repaired or noted', report.warnings, findSource),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function renderCounts({ articles, pages, reused, site, durationMs, peakMemoryBytes }: BuildReport): string {
  return renderTable(
    ['articles', 'published', 'drafts', 'in the future', 'quarantined', 'from the cache'],
    [[articles.read, articles.published, articles.drafts, articles.future, articles.quarantined, reused]],
  ).concat(
    '\n\n',
    renderTable(
      ['files', 'written', 'removed', 'unchanged', 'size', 'time', 'memory'],
      [
        [
          site.files,
          pages.written,
          pages.removed,
          pages.unchanged,
          formatBytes(site.bytes),
          `${((durationMs.total ?? 0) / 1000).toFixed(1)} s`,
          formatBytes(peakMemoryBytes),
        ],
      ],
    ),
  );
}

const SIGNS = { fits: '', near: '⚠️ ', over: '❌ ' } as const;

function renderHosts({ hosts }: BuildReport): string {
  const rows = hosts.flatMap(({ host, limits }) =>
    limits.map((use) => [
      `${SIGNS[judgeLimit(use)]}${host}`,
      nameOfLimit(use.limit),
      formatAmount(use.used, use),
      formatAmount(use.allowed, use),
      formatPercent(use),
    ]),
  );
  if (rows.length === 0) return '';
  return `### Room at the host\n\n${renderTable(['host', 'limit', 'used', 'of', 'share'], rows)}`;
}

function renderStages({ durationMs, slowest }: BuildReport): string {
  const stages = Object.entries(durationMs)
    .filter(([stage]) => stage !== 'total')
    .sort((a, b) => b[1] - a[1])
    .slice(0, SLOWEST_STAGES)
    .map(([stage, ms]) => [`stage: ${stage}`, `${(ms / 1000).toFixed(1)} s`]);
  const articles = slowest.map(({ file, ms }) => [`article: ${file}`, `${formatNumber(ms)} ms`]);
  return `### Slowest\n\n${renderTable(['what', 'time'], [...stages, ...articles])}`;
}

function renderList(
  title: string,
  entries: readonly QuarantineEntry[],
  findSource: SummaryOptions['findSource'],
): string {
  if (entries.length === 0) return '';
  const lines = entries.slice(0, MOST_ENTRIES).map(({ file, line, column, rule, message }) => {
    const place = `[${escapeText(`${file}:${line}:${column}`)}](${encodeTarget(findSource(file, line))})`;
    return `- ${place} \`${rule}\` ${escapeText(message)}`;
  });
  const more = entries.length > MOST_ENTRIES ? [`- and ${entries.length - MOST_ENTRIES} more`] : [];
  return [
    `<details${title.startsWith('Quarantined') ? ' open' : ''}><summary>${title}: ${entries.length}</summary>`,
    '',
    ...lines,
    ...more,
    '',
    '</details>',
  ].join('\n');
}

function renderTable(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? formatNumber(cell) : escapeText(cell))).join(' | ')} |`;
  return [line(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** What strangers wrote makes no Markdown and no HTML here. */
function escapeText(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|~#@]/g, '\\$&');
}

/** A `)` or a space would end the address of a link. */
function encodeTarget(url: string): string {
  return url.replace(/[\s()<>]/g, (character) =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  );
}
