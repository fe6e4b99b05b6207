/** The search page: what is typed is searched for at once, and the query is in the address. */
import type { SearchProgress } from '../../src/search/search-index.ts';
import { startSearchFilters } from './search-filters.ts';
import { SearchList } from './search-list.ts';
import type { SearchAnswer, SearchRequest } from './search-messages.ts';
import { startWorker } from './search-start-worker.ts';
import { isCounted, SearchStatus } from './search-status.ts';

/** A query is searched for when as long nothing was typed. Ms. */
const PAUSE = 150;

/** The address follows when as long nothing was searched for: to write it holds up the results by 10 to 50 ms on a slow phone. Ms. */
const ADDRESS_DELAY = 200;

const section = document.querySelector<HTMLElement>('[data-search]');
const input = document.querySelector<HTMLInputElement>('input[type="search"][name="q"]');
if (section !== null && input !== null && section.dataset.worker !== undefined) start(section, input);

function start(section: HTMLElement, input: HTMLInputElement): void {
  const list = new SearchList(section);
  const status = new SearchStatus(section);
  const older = section.querySelector<HTMLButtonElement>('.js-older')!;
  let worker: Worker | undefined;
  let id = 0;
  let searched = '';
  let timer = 0;
  let addressTimer = 0;
  let progress: SearchProgress | undefined;
  /** Results of the search before stay until there are new ones: a page that is empty between would flicker. */
  let isStale = false;
  /** The query in the address was typed, and may be half of one. */
  let isDraft = false;

  const ask = (request: SearchRequest): void => prepare().postMessage(request);

  /** Who goes to the box will search: until then the worker has started, and knows the index. */
  function prepare(): Worker {
    worker ??= openWorker();
    return worker;
  }

  function openWorker(): Worker {
    const opened = startWorker(section.dataset.worker!);
    opened.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => hear(data));
    opened.addEventListener('error', () => status.show({ kind: 'failed' }));
    const indexUrl = new URL(section.dataset.search!, location.href).href;
    opened.postMessage({ kind: 'open', indexUrl, basePath: section.dataset.base! } satisfies SearchRequest);
    return opened;
  }

  function hear(answer: SearchAnswer): void {
    if (answer.id !== id) return;
    switch (answer.kind) {
      case 'progress':
        progress = answer.progress;
        break;
      case 'result':
        dropStale();
        list.add(answer.result);
        break;
      case 'failure':
        status.show({ kind: 'failed' });
        older.hidden = true;
        break;
      case 'pause':
        dropStale();
        older.hidden = answer.isDone || isShown(progress, list.count);
        if (list.count === 0 || progress === undefined) status.show({ kind: 'none' });
        else status.show({ kind: 'found', shown: list.count, isDone: older.hidden, progress });
    }
  }

  function dropStale(): void {
    if (isStale) list.clear();
    isStale = false;
  }

  function search(): void {
    clearTimeout(timer);
    const text = input.value.trim();
    if (text === searched) return;
    searched = text;
    id += 1;
    progress = undefined;
    isStale = true;
    older.hidden = true;
    if (text === '') {
      dropStale();
      status.show({ kind: 'idle' });
    } else {
      status.show({ kind: 'busy' });
      ask({ kind: 'search', id, text, count: screenful() });
    }
  }

  function searchAsTyped(): void {
    search();
    holdAddress();
    addressTimer = setTimeout(noteDraft, ADDRESS_DELAY);
  }

  function holdAddress(): void {
    clearTimeout(addressTimer);
    addressTimer = 0;
  }

  function noteDraft(): void {
    holdAddress();
    writeAddress(searched);
    isDraft = true;
  }

  /** The way back leads to the queries that were meant: what is typed between takes one another's place. */
  function writeAddress(query: string): void {
    const last = readAddress();
    if (query === last) return;
    const address = new URL(location.href);
    if (query === '') address.searchParams.delete('q');
    else address.searchParams.set('q', query);
    history[isDraft || last === '' ? 'replaceState' : 'pushState'](null, '', address);
  }

  function more(): void {
    if (older.hidden) return;
    older.hidden = true;
    ask({ kind: 'more', id, count: screenful() });
  }

  /** Half a word in an input method is not what is looked for: its letters are not the reader's. */
  input.addEventListener('input', (event) => {
    clearTimeout(timer);
    const { isComposing, inputType, data } = event as InputEvent;
    if (isComposing) return;
    // What comes all at once, pasted or by an input method, is not on the way to something else.
    if (inputType === 'insertFromPaste' || (data ?? '').length > 1) searchAsTyped();
    else timer = setTimeout(searchAsTyped, PAUSE);
  });
  // Not by a timer, not even of no time: a slow phone takes 20 ms to get to it.
  input.addEventListener('compositionend', searchAsTyped);
  input.addEventListener('focus', prepare, { once: true });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && !event.isComposing && list.focusFirst()) event.preventDefault();
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    holdAddress();
    writeAddress(input.value.trim());
    isDraft = false;
    search();
  });
  addEventListener('popstate', () => {
    holdAddress();
    input.value = readAddress();
    isDraft = false;
    search();
  });
  older.addEventListener('click', more);
  // Who follows a result at once still finds the way back to it.
  section.addEventListener('click', () => addressTimer !== 0 && noteDraft());
  new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && more(), {
    rootMargin: '300px',
  }).observe(older);
  startSearchFilters(section, input, () => {
    search();
    noteDraft();
  });

  // What was typed before this script came, or what the browser has brought back, is no less a query than the address.
  input.value = readAddress() || input.value;
  if (input.value === '') {
    focusUnlessTouch(input);
  } else {
    search();
    writeAddress(searched);
  }
}

/** Whether the index itself says that no more results will come. */
function isShown(progress: SearchProgress | undefined, shown: number): boolean {
  return progress !== undefined && isCounted(progress) && progress.found === shown;
}

/** As many results as a screen shows, about. */
function screenful(): number {
  return Math.min(12, Math.max(6, Math.ceil(innerHeight / 130)));
}

function readAddress(): string {
  return new URLSearchParams(location.search).get('q') ?? '';
}

/** On a phone a keyboard that opens by itself would hide half the page. */
function focusUnlessTouch(input: HTMLInputElement): void {
  if (matchMedia('(hover: hover)').matches) input.focus();
}
