import { type ArticleKeyShape, articleKeyGuide } from '../content/article-key-guide.ts';
import { type ArticleKey, articleKeys } from '../content/article-keys.ts';

/** A snippet of VS Code: https://code.visualstudio.com/docs/editing/userdefinedsnippets */
export interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/**
 * Snippets that complete the keys of a front matter in Markdown and HTML, where no editor looks for YAML; and `article`,
 * a whole one.
 */
export function makeArticleSnippets(): Readonly<Record<string, Snippet>> {
  const snippets = articleKeys.map((key): [string, Snippet] => [
    `front matter: ${key}`,
    snippet(key, [`${key}: ${placeholderOf(key)}`], articleKeyGuide[key].description),
  ]);
  const path = articleKeyGuide.categories.example.replace(/^\[|\]$/g, '');
  const whole = snippet(
    'article',
    [
      '---',
      `title: ${stop(1, articleKeyGuide.title.example)}`,
      'date: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE $CURRENT_HOUR:$CURRENT_MINUTE',
      `categories: [${stop(2, path)}]`,
      'tags: [$3]',
      '---',
      '',
      '$0',
    ],
    'A new article: its front matter, and a place to write.',
  );
  return { 'front matter': whole, ...Object.fromEntries(snippets) };
}

function snippet(prefix: string, body: readonly string[], description: string): Snippet {
  return { scope: 'markdown,html', prefix, body, description };
}

/** What stands behind the colon, selected so that typing replaces it. */
function placeholderOf(key: ArticleKey): string {
  const { shape, example } = articleKeyGuide[key];
  if (isSwitch(shape)) return `\${1|${example === 'true' ? 'true,false' : 'false,true'}|}`;
  return example.startsWith('[') ? `[${stop(1, example.slice(1, -1))}]` : stop(1, example);
}

/** A place where the cursor stops, with a text that is selected. `$`, `}` and `\` mean something to a snippet. */
function stop(number: number, text: string): string {
  return `\${${number}:${text.replace(/[\\$}]/g, '\\$&')}}`;
}

function isSwitch(shape: ArticleKeyShape): boolean {
  return shape === 'switch' || shape === 'switch-or-rank';
}
