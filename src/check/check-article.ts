import type { Article } from '../content/article.ts';
import type { GroupedEntries } from '../content/group-entries.ts';
import { type Location, locateOffset } from '../content/locate-offset.ts';
import type { UrlResolver } from '../html/resolve-url.ts';
import { type BodyParts, createPartCollector } from './body-parts.ts';
import { checkLinks } from './check-links.ts';
import { checkStructure, insecureImage, isInsecure } from './check-structure.ts';
import { checkText, checkTitle, findHalfWidth, isOutlineMark } from './check-text.ts';
import type { Finding } from './finding.ts';
import { createHtmlPartReader } from './read-html-parts.ts';
import { readMarkdownParts } from './read-markdown-parts.ts';
import { fingerprintText, type TextFingerprint } from './text-fingerprint.ts';

/** What rules about the whole site have to know of an article. It is plain data: it can be stored. */
export interface ArticleFacts {
  /** Where its title and its categories stand; the beginning of the file where it has none. */
  readonly titleAt: Location;
  readonly categoriesAt: Location;
  readonly links: readonly (Location & { readonly href: string })[];
  /** Absent: the text is too short to be compared. */
  readonly fingerprint?: TextFingerprint;
}

export interface CheckContext {
  readonly urls: UrlResolver;
  /** BCP 47, of the site. */
  readonly language: string;
}

/** An article as `parseArticle` read it: with its file's text, and where its front matter's values stand in it. */
export interface ReadArticle {
  readonly article: Article;
  readonly text: string;
  readonly known: GroupedEntries['known'];
}

/** What can be said of an article that is published, by itself. */
export function checkArticle(
  { article, text, known: keys }: ReadArticle,
  { urls, language }: CheckContext,
): { readonly findings: readonly Finding[]; readonly facts: ArticleFacts } {
  const body = takeApart(text, article);
  const isChinese = /^zh\b/i.test(article.lang ?? language);
  const links = checkLinks(body, text, urls);
  const findings = [
    ...checkFrontMatter(text, article, keys, isChinese),
    ...checkStructure(body.parts),
    ...links.findings,
    ...askForOutline(checkText(body.parts, { isChinese }), text, keys),
  ];
  const fingerprint = fingerprintText(plainText(body));
  return {
    findings,
    facts: {
      titleAt: locateOffset(text, keys.get('title')?.start ?? 0),
      categoriesAt: locateOffset(text, keys.get('categories')?.start ?? 0),
      links: links.internal.map(({ href, offset }) => ({ href, ...locateOffset(text, offset) })),
      ...(fingerprint === undefined ? {} : { fingerprint }),
    },
  };
}

function takeApart(text: string, article: Article): BodyParts {
  const collector = createPartCollector();
  // The body is the end of the file.
  const bodyStart = text.length - article.body.length;
  if (article.format === 'html') {
    const reader = createHtmlPartReader(collector);
    reader.read(article.body, bodyStart);
    reader.end();
  } else readMarkdownParts(article.body, bodyStart, collector);
  return collector;
}

function checkFrontMatter(
  text: string,
  article: Article,
  keys: GroupedEntries['known'],
  isChinese: boolean,
): readonly Finding[] {
  const findings: Finding[] = [];
  const title = keys.get('title');
  if (title !== undefined) checkTitle(article.title, title.start, findings);
  for (const key of ['title', 'excerpt', 'description'] as const) {
    const node = keys.get(key);
    if (node === undefined || !isChinese) continue;
    findHalfWidth(text.slice(node.start, node.end), node.start, { canRepair: true }, findings);
  }
  const thumbnail = [keys.get('thumbnail'), keys.get('headimg')].find(
    (node) => node?.kind === 'text' && node.text.trim() !== '',
  );
  if (thumbnail?.kind === 'text' && isInsecure(thumbnail.text))
    findings.push(insecureImage(thumbnail.text, thumbnail.start));
  return findings;
}

/** Where a mark for an outline is taken out, the article asks for the outline itself, unless it has said already what it wants. */
function askForOutline(
  findings: readonly Finding[],
  text: string,
  keys: GroupedEntries['known'],
): readonly Finding[] {
  const fence = /^\ufeff?\s*---[ \t]*\r?\n/.exec(text)?.[0].length;
  const first = findings.find(
    ({ rule, repair }) =>
      rule === 'scraping-leftover' &&
      repair !== undefined &&
      isOutlineMark(text.slice(repair.start, repair.end)),
  );
  if (first === undefined || fence === undefined || keys.has('toc')) return findings;
  const also = { start: fence, end: fence, text: 'toc: true\n' };
  return findings.map((finding) => (finding === first ? { ...finding, also } : finding));
}

function plainText({ parts }: BodyParts): string {
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join(' ');
}
