import { ARTICLES, ASSETS, OFFLINE, TITLE_HEADER } from './names.ts';
import { trimCache } from './trim-cache.ts';

const MAX_ARTICLES = 30;
/** What the layout of articles alone writes. */
const IS_ARTICLE = /<main [^>]*class="page page-article"/;

/** Keeps a page that was read, if it is an article, in place of the one that was read longest ago. */
export async function keepArticle(url: string, response: Response): Promise<void> {
  const html = await response.text();
  if (!IS_ARTICLE.test(html)) return;
  const cache = await caches.open(ARTICLES);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    [TITLE_HEADER]: encodeURIComponent(readTitle(html)),
  };
  // An address that is kept already moves to the end.
  await cache.put(withoutQuery(url), new Response(html, { headers }));
  await trimCache(cache, MAX_ARTICLES);
}

/** Keeps the page that is shown without a network, and the assets that it names. */
export async function keepOfflinePage(url: string, assetsUrl: string): Promise<void> {
  const response = await fetch(url, { cache: 'no-cache' });
  // A response that came by way of a redirect can not answer for the address that was asked for.
  const html = await response.text();
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  await (await caches.open(OFFLINE)).put(url, new Response(html, { headers }));
  const path = new URL(assetsUrl).pathname;
  const assets = [...html.matchAll(/(?:href|src)="([^"]+)"/g)]
    .map(([, found]) => found!)
    .filter((found) => found.startsWith(path));
  await (await caches.open(ASSETS)).addAll(new Set(assets));
}

/** The article's own title, as its markup spells it. */
function readTitle(html: string): string {
  const [, title = ''] = /<meta property="og:title" content="([^"]*)">/.exec(html) ?? [];
  return title.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
