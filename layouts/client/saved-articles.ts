import { ARTICLES, TITLE_HEADER } from '../service-worker/names.ts';

/** Lists, on the page that is shown without a network, the articles that are kept on the device, the last read first. */
export async function startSavedArticles(): Promise<void> {
  const list = document.querySelector<HTMLElement>('.js-saved-articles');
  if (list === null || !('caches' in window)) return;
  const cache = await caches.open(ARTICLES);
  for (const request of await cache.keys()) {
    const title = (await cache.match(request))?.headers.get(TITLE_HEADER);
    const link = document.createElement('a');
    link.href = new URL(request.url).pathname;
    link.textContent = decodeURIComponent(title ?? '') || link.pathname;
    const item = document.createElement('li');
    item.append(link);
    list.prepend(item);
  }
  const isEmpty = list.childElementCount === 0;
  list.hidden = isEmpty;
  for (const note of document.querySelectorAll<HTMLElement>('.js-nothing-saved')) note.hidden = !isEmpty;
}
