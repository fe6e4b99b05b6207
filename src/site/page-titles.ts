import { findChineseScript } from './chinese-script.ts';
import type { LocalMonth } from './site-calendar.ts';

/** What the site calls its own pages, in the site's language. */
export interface PageTitles {
  readonly latest: string;
  readonly categories: string;
  readonly archives: string;
  readonly tags: string;
  readonly authors: string;
  readonly projects: string;
  readonly search: string;
  readonly notFound: string;
  readonly offline: string;
  readonly month: (month: LocalMonth) => string;
}

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const zhHans: PageTitles = {
  latest: '最新',
  categories: '分类',
  archives: '归档',
  tags: '标签',
  authors: '作者',
  projects: '公司与产品',
  search: '搜索',
  notFound: '没有找到这个页面',
  offline: '现在没有网络',
  month: ({ year, month }) => `${year} 年 ${month} 月`,
};

const zhHant: PageTitles = {
  latest: '最新',
  categories: '分類',
  archives: '彙整',
  tags: '標籤',
  authors: '作者',
  projects: '公司與產品',
  search: '搜尋',
  notFound: '找不到這個頁面',
  offline: '現在沒有網路',
  month: ({ year, month }) => `${year} 年 ${month} 月`,
};

const en: PageTitles = {
  latest: 'Latest',
  categories: 'Categories',
  archives: 'Archive',
  tags: 'Tags',
  authors: 'Authors',
  projects: 'Companies and products',
  search: 'Search',
  notFound: 'This page was not found',
  offline: 'There is no network',
  month: ({ year, month }) => `${ENGLISH_MONTHS[month - 1]} ${year}`,
};

const CHINESE_TITLES = { hans: zhHans, hant: zhHant } as const;

/**
 * The titles for a language; English for those that have none.
 *
 * @param language - BCP 47.
 */
export function choosePageTitles(language: string): PageTitles {
  const script = findChineseScript(language);
  return script === undefined ? en : CHINESE_TITLES[script];
}
