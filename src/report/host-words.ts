import type { LimitUse } from '../build/host-budget.ts';
import type { HostLimit } from '../content/host-profiles.ts';

export interface LimitWords {
  /** Behind "46 % of its". */
  readonly name: string;
  readonly unit: 'bytes' | 'number';
  /** What to do about it. */
  readonly hint: string;
}

/** What limits are called, and what to do about each. */
export const limitWords: Readonly<Record<HostLimit, LimitWords>> = Object.freeze({
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

/** 1 is all of it. */
export function shareOf({ used, allowed }: LimitUse): number {
  return used / allowed;
}

/** Rounded, but never to 100 % what is above or below. */
export function formatPercent(use: LimitUse): string {
  const percent = shareOf(use) * 100;
  if (percent > 100) return `${formatNumber(Math.max(101, Math.round(percent)))} %`;
  return percent > 0 && percent < 1 ? '<1 %' : `${Math.min(percent < 100 ? 99 : 100, Math.round(percent))} %`;
}

export function formatAmount(amount: number, { limit }: Pick<LimitUse, 'limit'>): string {
  return limitWords[limit].unit === 'bytes' ? formatBytes(amount) : formatNumber(amount);
}

export function nameOfLimit(limit: HostLimit): string {
  return limitWords[limit].name;
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
