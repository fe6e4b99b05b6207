import type { GeneratedArticle } from '../corpus/generate-article.ts';

/** Month in which readers in Shanghai see the article dated, as `2024-05`. China has had no summer time since 1991. */
export function monthOf({ date }: GeneratedArticle): string {
  return new Date(date + 8 * 60 * 60 * 1000).toISOString().slice(0, 7);
}

/**
 * The article's file for a peer: without the blank line that real posts begin with (Hugo then takes an `.html` file for a
 * page without front matter, and so does gray-matter), with further lines of front matter where the peer needs help to
 * make the same pages. All else is the article's text, byte for byte.
 *
 * @param lines - Whole lines of YAML.
 */
export function adaptFrontMatter({ text }: GeneratedArticle, lines: readonly string[] = []): string {
  const opening = '\n---\n';
  if (!text.startsWith(opening))
    throw new Error('An article of the corpus begins with a blank line and a fence.');
  return ['---', ...lines, text.slice(opening.length)].join('\n');
}

/** `A/B/TITLE.md` → `A/B/TITLE.html`: peers pass bodies of HTML through when the file says that it is HTML. */
export function toHtmlPath(path: string): string {
  return path.replace(/\.md$/, '.html');
}

/** The folders that hold the articles and the folders above those, each once, parents first. */
export function listFolders(articlePaths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of articlePaths) {
    const segments = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= segments.length; depth += 1) folders.add(segments.slice(0, depth).join('/'));
  }
  return [...folders].sort();
}
