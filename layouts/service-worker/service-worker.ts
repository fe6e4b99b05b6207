/**
 * Reading without a network. Pages are always asked for first, so that news is never stale; the last articles that were
 * read are kept, and shown when the network is gone. Nothing of other hosts is touched.
 */
import { keepArticle, keepOfflinePage } from './kept-pages.ts';
import { ARTICLES, ASSETS, OFFLINE } from './names.ts';
import { trimCache } from './trim-cache.ts';

declare const self: ServiceWorkerGlobalScope;

/** A site has eight assets, two of them for searching; those of articles that were kept before a change of design stay with them. */
const MAX_ASSETS = 60;
const OFFLINE_URL = new URL('offline.html', self.registration.scope).href;
const ASSETS_URL = new URL('assets/', self.registration.scope).href;

self.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage(OFFLINE_URL, ASSETS_URL).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable(), keepOpenPages()]),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(answerWithPage(event));
  else if (request.url.startsWith(ASSETS_URL)) event.respondWith(answerWithAsset(event));
});

/** Keeps the article that the reader was on when this worker came: as the browser has it, without asking again. */
async function keepOpenPages(): Promise<void> {
  for (const { url } of await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    await keepArticle(url, await fetch(url, { cache: 'force-cache' }));
  }
}

/** The page as it is now; without a network, as it was when it was read, else the page that says so. */
async function answerWithPage(event: FetchEvent): Promise<Response> {
  const { request } = event;
  try {
    const response: Response = (await event.preloadResponse) ?? (await fetch(request));
    if (response.ok) event.waitUntil(keepArticle(request.url, response.clone()));
    return response;
  } catch (error) {
    const kept = await (await caches.open(ARTICLES)).match(request, { ignoreSearch: true });
    const answer = kept ?? (await (await caches.open(OFFLINE)).match(OFFLINE_URL));
    if (answer === undefined) throw error;
    return answer;
  }
}

/** Assets are named by their contents: one that is kept is never wrong. */
async function answerWithAsset(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
    await trimCache(cache, MAX_ASSETS);
    // The site was built anew, and with it the page that is kept for later.
    event.waitUntil(keepOfflinePage(OFFLINE_URL, ASSETS_URL).catch(() => undefined));
  }
  return response;
}
