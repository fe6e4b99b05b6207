import type { Readable, Writable } from 'node:stream';
import { autocomplete, confirm, isCancel, text } from '@clack/prompts';

/** What is known of an article to be made. What is missing is asked for. */
export interface ArticleWish {
  readonly title?: string;
  /** Parent to child; empty: none. */
  readonly categories?: readonly string[];
  readonly draft?: boolean;
}

export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/**
 * Asks an author at a terminal for what is missing.
 *
 * @param known - Category paths that there are; another can be typed, as A/B/C.
 * @returns undefined when the author gave up.
 */
export async function askArticle(
  wish: ArticleWish,
  known: readonly (readonly string[])[],
  terminal: Terminal = {},
): Promise<Required<ArticleWish> | undefined> {
  const title = wish.title ?? (await askTitle(terminal));
  if (title === undefined) return undefined;
  const categories = wish.categories ?? (await askCategories(known, terminal));
  if (categories === undefined) return undefined;
  const draft = wish.draft ?? (await askDraft(terminal));
  return draft === undefined ? undefined : { title, categories, draft };
}

async function askTitle(terminal: Terminal): Promise<string | undefined> {
  const title = await text({
    message: 'Title',
    validate: (value) => ((value ?? '').trim() === '' ? 'An article needs a title.' : undefined),
    ...terminal,
  });
  return isCancel(title) ? undefined : title.replace(/\s+/g, ' ').trim();
}

async function askCategories(
  known: readonly (readonly string[])[],
  terminal: Terminal,
): Promise<readonly string[] | undefined> {
  const options = known.map((path) => ({ value: path, label: path.join(' › ') }));
  const none = { value: [] as readonly string[], label: 'none' };
  const category = await autocomplete<readonly string[]>({
    message: 'Category',
    placeholder: 'Type to search, or a new one as A/B/C',
    maxItems: 10,
    options() {
      const typed = splitCategories(this.userInput);
      const isKnown = known.some((path) => path.join('/') === typed.join('/'));
      return typed.length === 0 || isKnown
        ? [...options, none]
        : [...options, none, { value: typed, label: typed.join(' › '), hint: 'new' }];
    },
    filter: (search, { value, label = '' }) =>
      matches(value.join('/'), search) ||
      matches(label, search) ||
      value.join('/') === splitCategories(search).join('/'),
    ...terminal,
  });
  return isCancel(category) ? undefined : category;
}

/** Whether a path has what was typed in it, in any width and case, spaces aside. */
function matches(path: string, search: string): boolean {
  const fold = (part: string) => part.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return fold(path).includes(fold(search));
}

/** `A/B/C`, parent to child. */
export function splitCategories(written: string): readonly string[] {
  return written
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

async function askDraft(terminal: Terminal): Promise<boolean | undefined> {
  const draft = await confirm({
    message: 'Hold it back as a draft?',
    initialValue: false,
    ...terminal,
  });
  return isCancel(draft) ? undefined : draft;
}
