import { crc32 } from 'node:zlib';
import type { Page } from '../site/page.ts';

/**
 * What a page was made of when it was last written, each part by a short checksum: enough to say which of them changed
 * when it is written again. It explains; the page's key decides.
 */
export interface PageParts {
  /** Digest of what all pages depend on: the chrome and the code. */
  readonly common: string;
  /** By the names of the page's data: checksums, or for lists of articles the checksum of each by its URL. */
  readonly fields: { readonly [name: string]: number | { readonly [url: string]: number } };
}

/** Takes a page apart. */
export function listParts(page: Page, common: string): PageParts {
  const fields = Object.entries(page).map(
    ([name, value]) => [name, isArticleList(value) ? byUrl(value) : sum(value)] as const,
  );
  return { common, fields: Object.fromEntries(fields) };
}

/** The causes of most pages that were ever written. */
export const NEW_PAGE: readonly string[] = Object.freeze([
  'the page is new, or what lay there was not known',
]);

/**
 * Why a page was written: what changed from its earlier parts to its present ones.
 *
 * @param before - Absent when there was no such page, or it could not be relied on.
 * @returns One sentence's end for each cause, e.g. `articles: /p/new/ came in`; at least one.
 */
export function explainChange(before: PageParts | undefined, after: PageParts): readonly string[] {
  if (before === undefined) return NEW_PAGE;
  const causes: string[] = [];
  if (before.common !== after.common)
    causes.push('the layouts, the code or what all pages show (title, menu, assets) changed');
  for (const name of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])) {
    causes.push(...explainField(name, before.fields[name], after.fields[name]));
  }
  return causes.length > 0 ? causes : ['the file was missing, or not as the last build left it'];
}

type Field = PageParts['fields'][string] | undefined;

function explainField(name: string, before: Field, after: Field): readonly string[] {
  if (typeof before !== 'object' || typeof after !== 'object') {
    if (before === after) return [];
    return [`${LABELS[name] ?? name} changed`];
  }
  const causes: string[] = [];
  for (const url of Object.keys(after)) {
    if (!(url in before)) causes.push(`${name}: ${url} came in`);
    else if (before[url] !== after[url]) causes.push(`${name}: ${url} changed`);
  }
  for (const url of Object.keys(before)) if (!(url in after)) causes.push(`${name}: ${url} went out`);
  if (causes.length === 0 && Object.keys(before).join() !== Object.keys(after).join())
    causes.push(`${name}: their order changed`);
  return causes;
}

/** Names of page data that an author does not know. */
const LABELS: Readonly<Record<string, string>> = {
  bodyDigest: 'the body',
  next: 'the link to the next article',
  previous: 'the link to the previous article',
  older: 'the link to older articles',
  newer: 'the link to newer articles',
  count: 'the number of articles',
};

function byUrl(articles: readonly { readonly url: string }[]): { readonly [url: string]: number } {
  return Object.fromEntries(articles.map((article) => [article.url, sumOfCard(article)]));
}

/** A memory of a pure function: pages share their cards, and none is changed once it is made. */
const sums = new WeakMap<object, number>();

function sumOfCard(card: object): number {
  let known = sums.get(card);
  if (known === undefined) {
    known = sum(card);
    sums.set(card, known);
  }
  return known;
}

/** 24 bits: two of a page's parts are taken for each other once in 16 million changes, and then only in what is said of them. */
function sum(value: unknown): number {
  return crc32(JSON.stringify(value) ?? '') & 0xff_ff_ff;
}

function isArticleList(value: unknown): value is readonly { readonly url: string }[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  const [first] = value as readonly unknown[];
  return typeof first === 'object' && first !== null && 'readingMinutes' in first && 'url' in first;
}
