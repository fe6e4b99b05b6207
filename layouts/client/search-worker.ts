/** Searches beside the page, so that typing stays smooth. */
import { readArticlePage } from '../../src/search/read-article-page.ts';
import { type SearchEvent, SearchIndex } from '../../src/search/search-index.ts';
import { pageAddress } from './search-address.ts';
import type { SearchAnswer, SearchRequest } from './search-messages.ts';

/** The one file whose name stays while its contents change: the browser must not answer from memory unasked. */
const MANIFEST = 'manifest.json';

interface Search {
  readonly id: number;
  readonly text: string;
  events: AsyncGenerator<SearchEvent, void>;
  /** Results given so far. */
  given: number;
}

let open: () => SearchIndex = () => {
  throw new Error('The index has not been named yet.');
};
let index: SearchIndex | undefined;
let current: Search | undefined;

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  switch (data.kind) {
    case 'open':
      open = () => openIndex(data.indexUrl, data.basePath);
      index = open();
      // While the reader types. What can't be had is asked for again when a search needs it.
      index.prepare().catch(() => undefined);
      break;
    case 'search': {
      index ??= open();
      // What the search before has asked for still arrives, but nobody waits for it.
      current = { id: data.id, text: data.text, events: index.search(data.text, data.count), given: 0 };
      void give(current, data.count);
      break;
    }
    case 'more':
      if (current?.id === data.id) void give(current, data.count);
  }
});

function openIndex(indexUrl: string, basePath: string): SearchIndex {
  return new SearchIndex({
    readFile: async (path) => {
      const response = await fetch(indexUrl + path, { cache: path === MANIFEST ? 'no-cache' : 'default' });
      if (!response.ok) throw new Error(`${path} answers ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    readArticle: async (url) => {
      const response = await fetch(pageAddress(basePath, url));
      if (response.status === 404 || response.status === 410) return undefined;
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
      return readArticlePage(await response.text());
    },
  });
}

async function give(search: Search, count: number): Promise<void> {
  try {
    await giveResults(search, count);
  } catch {
    // The site may have been published anew while the page was open: what the old manifest names is gone.
    index = undefined;
    if (search !== current) return;
    if (search.given > 0) {
      answer({ kind: 'failure', id: search.id });
      return;
    }
    await giveAnew(search, count);
  }
}

async function giveAnew(search: Search, count: number): Promise<void> {
  try {
    index = open();
    search.events = index.search(search.text, count);
    await giveResults(search, count);
  } catch {
    index = undefined;
    answer({ kind: 'failure', id: search.id });
  }
}

async function giveResults(search: Search, count: number): Promise<void> {
  const { id } = search;
  for (let left = count; left > 0; ) {
    const { value, done } = await search.events.next();
    if (search !== current) return;
    if (done === true) {
      answer({ kind: 'pause', id, isDone: true });
      return;
    }
    if (value.kind === 'progress') {
      answer({ kind: 'progress', id, progress: value.progress });
    } else {
      answer({ kind: 'result', id, result: value.result });
      search.given += 1;
      left -= 1;
    }
  }
  answer({ kind: 'pause', id, isDone: false });
}

/** The types at hand are those of a page, whose `postMessage` asks for an origin. */
function answer(message: SearchAnswer): void {
  (self as unknown as { postMessage(message: SearchAnswer): void }).postMessage(message);
}
