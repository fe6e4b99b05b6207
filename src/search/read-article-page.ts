import type { ArticleText } from './article-text.ts';
import { readBodyText } from './html-text.ts';

/**
 * Reads an article's page, as the layouts write it: the body in `<div class="prose">`, the title in the `<h1>` before it.
 *
 * @returns undefined when the page is no article.
 */
export function readArticlePage(html: string): ArticleText | undefined {
  const body = findElement(html, /<div class="prose"[^>]*>/);
  const heading = findElement(html, /<h1\b[^>]*>/);
  if (body === undefined || heading === undefined || heading.start > body.start) return undefined;
  const header = html.slice(heading.start, body.start);
  const category = findElement(html, /<nav class="breadcrumb"[^>]*>/);
  const projects = findElement(html.slice(body.end), /<ul class="project-grid"[^>]*>/);
  const date = Date.parse(/<time datetime="([^"]*)"/.exec(header)?.[1] ?? '');
  const lang = /\blang="([^"]*)"/.exec(body.tag)?.[1];
  return {
    title: readLine(heading.content),
    text: readBodyText(body.content),
    projects: listTexts(projects?.content, /<strong>([\s\S]*?)<\/strong>/g),
    category:
      category === undefined || category.start > body.start
        ? []
        : listTexts(category.content, /<a\b[^>]*>([\s\S]*?)<\/a>/g),
    authors: listTexts(header, /<a\b[^>]*\brel="author"[^>]*>([\s\S]*?)<\/a>/g),
    ...(Number.isNaN(date) ? {} : { date }),
    ...(lang !== undefined && { lang }),
  };
}

interface Element {
  /** Of the start tag, in the page. */
  readonly start: number;
  /** After the end tag. */
  readonly end: number;
  readonly tag: string;
  readonly content: string;
}

/** The first element with such a start tag, up to the end tag that belongs to it. */
function findElement(html: string, startTag: RegExp): Element | undefined {
  const match = startTag.exec(html);
  if (match === null) return undefined;
  const tag = match[0];
  const name = /^<([a-z0-9]+)/.exec(tag)![1]!;
  const tags = new RegExp(`<(/?)${name}\\b(?:[^>"']|"[^"]*"|'[^']*')*>`, 'g');
  tags.lastIndex = match.index + tag.length;
  let depth = 1;
  for (let next = tags.exec(html); next !== null; next = tags.exec(html)) {
    depth += next[1] === '/' ? -1 : 1;
    if (depth > 0) continue;
    const content = html.slice(match.index + tag.length, next.index);
    return { start: match.index, end: tags.lastIndex, tag, content };
  }
  return undefined;
}

function listTexts(html: string | undefined, pattern: RegExp): string[] {
  if (html === undefined) return [];
  return Array.from(html.matchAll(pattern), (match) => readLine(match[1]!)).filter((text) => text !== '');
}

function readLine(html: string): string {
  return readBodyText(html).replace(/\s+/g, ' ').trim();
}
