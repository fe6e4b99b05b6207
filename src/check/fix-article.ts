import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../content/article.ts';
import type { CheckRule } from '../content/check-rules.ts';
import type { ParsedArticle } from '../content/parse-article.ts';
import { type CheckContext, checkArticle } from './check-article.ts';
import { foldWidth, withoutLeftovers } from './check-text.ts';
import type { Finding, Repair } from './finding.ts';
import { proposeRewrites, REWRITABLE } from './fix-front-matter.ts';

export interface FixTools {
  /** Reads a file's text as the site does. */
  readonly parse: (text: string) => ParsedArticle;
  /** The body as it is published; undefined where it is refused. */
  readonly clean: (article: Article) => string | undefined;
  readonly contextOf: (article: Article) => CheckContext;
}

export interface FixedArticle {
  readonly text: string;
  /** How often each rule was mended. */
  readonly mended: ReadonlyMap<string, number>;
}

const MOST_PASSES = 4;

/**
 * Mends what can be mended without asking. Each repair is tried, and kept only if the file is then read as before: the same
 * front matter and the same published body, but for the width of punctuation and what a scraper left behind.
 *
 * @param text - Of a file, decoded.
 * @returns undefined where there is nothing to mend, or the article is quarantined.
 */
export function fixArticle(text: string, tools: FixTools): FixedArticle | undefined {
  const parsed = tools.parse(text);
  if (!parsed.ok) return undefined;
  const mended = new Map<string, number>();
  let fixed = rewriteFrontMatter(text, tools, mended);
  // One repair can make room for another: a line that begins with a label is another kind of line without it.
  for (let pass = 0, before = ''; before !== fixed && pass < MOST_PASSES; pass++) {
    before = fixed;
    fixed = repairText(fixed, tools, mended);
  }
  return fixed === text ? undefined : { text: fixed, mended };
}

function rewriteFrontMatter(text: string, { parse }: FixTools, mended: Map<string, number>): string {
  let current = text;
  for (let parsed = parse(current); parsed.ok && countRewritable(parsed).size > 0; parsed = parse(current)) {
    const { article } = parsed;
    const before = countRewritable(parsed);
    const better = proposeRewrites(current, article)
      .map((repairs) => applyRepairs(current, repairs))
      .find((proposed) => {
        const read = parse(proposed);
        return read.ok && isSameArticle(read.article, article) && sum(countRewritable(read)) < sum(before);
      });
    if (better === undefined) break;
    const read = parse(better);
    const after = read.ok ? countRewritable(read) : before;
    for (const [rule, count] of before) add(mended, rule, count - (after.get(rule) ?? 0));
    current = better;
  }
  return current;
}

/** The warnings of a file that rewriting could take away, by rule. */
function countRewritable({ diagnostics }: ParsedArticle): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of diagnostics) if (REWRITABLE.has(rule)) add(counts, rule, 1);
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function add(counts: Map<string, number>, rule: string, count: number): void {
  if (count > 0) counts.set(rule, (counts.get(rule) ?? 0) + count);
}

/** Line numbers may differ: a fence is a line. */
function isSameArticle(a: Article, b: Article): boolean {
  const bare = ({
    bodyLine: _,
    addressPlaces: __,
    body,
    ...rest
  }: Article & { addressPlaces?: unknown }) => ({
    ...rest,
    body: body.trim(),
  });
  return isDeepStrictEqual(bare(a), bare(b));
}

/** Repairs of one rule together, one rule after the other: a rule whose repairs do more than they should is left out. */
function repairText(text: string, tools: FixTools, mended: Map<string, number>): string {
  const rules = new Set(findRepairs(text, tools).map(({ rule }) => rule));
  let current = text;
  for (const rule of rules) {
    const repairs = findRepairs(current, tools).filter((finding) => finding.rule === rule);
    const proposed = applyRepairs(
      current,
      repairs.flatMap(({ repair, also }) => [repair ?? [], also ?? []].flat()),
    );
    const isMended = !findRepairs(proposed, tools).some((finding) => finding.rule === rule);
    if (!isMended || !isSameReading(current, proposed, tools)) continue;
    current = proposed;
    add(mended, rule, repairs.length);
  }
  return current;
}

function findRepairs(
  text: string,
  { parse, contextOf }: FixTools,
): readonly (Finding & { readonly rule: CheckRule })[] {
  const parsed = parse(text);
  if (!parsed.ok) return [];
  const { findings } = checkArticle(parsed, contextOf(parsed.article));
  return findings.filter(({ repair }) => repair !== undefined);
}

function isSameReading(before: string, after: string, { parse, clean }: FixTools): boolean {
  const [a, b] = [parse(before), parse(after)];
  if (!a.ok || !b.ok || b.diagnostics.length > a.diagnostics.length) return false;
  const [bodyA, bodyB] = [clean(a.article), clean(b.article)];
  if (bodyA === undefined || bodyB === undefined || comparable(bodyA) !== comparable(bodyB)) return false;
  const bare = ({ title, excerpt = '', toc, ...rest }: Article): Article => ({
    ...rest,
    // A mark for an outline becomes the key that asks for one; what the article said itself stays.
    ...(a.article.toc === undefined || toc === undefined ? {} : { toc }),
    title: foldWidth(title),
    excerpt: foldWidth(excerpt),
    body: '',
  });
  return isSameArticle(bare(a.article), bare(b.article));
}

/** Elements that lost all they had are dropped by cleaning. */
function comparable(html: string): string {
  let text = withoutLeftovers(foldWidth(html)).replace(/\s+/g, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/<([a-z]+\d?)[^<>]*><\/\1>/g, '');
  }
  return text;
}

function applyRepairs(text: string, repairs: readonly Repair[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  let fixed = text;
  for (const repair of repairs.toSorted((a, b) => b.start - a.start))
    fixed = fixed.slice(0, repair.start) + repair.text.replaceAll('\n', lineEnd) + fixed.slice(repair.end);
  return fixed;
}
