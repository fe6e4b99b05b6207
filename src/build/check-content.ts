import { type CheckRecord, isCurrent } from '../check/check-record.ts';
import { checkSite } from '../check/check-site.ts';
import type { CheckedArticle } from '../check/checked-article.ts';
import { checkRules } from '../content/check-rules.ts';
import type { Rule } from '../content/rules.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { arrangeSite } from '../site/arrange-site.ts';
import { compareFirstPublished } from '../site/article-order.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import { findUnusedAuthors } from '../site/author-diagnostics.ts';
import { ArticleRecords } from './article-records.ts';
import type { BegunBuild } from './begin-build.ts';
import { beginCheck, type CheckOptions } from './begin-check.ts';
import { digestCode } from './code-digest.ts';
import { collectArticles, type RecordReader } from './collect-articles.ts';
import { canonicalJson, digest } from './digest.ts';
import { inBackground } from './in-background.ts';
import { createSiteTargets } from './link-targets.ts';
import { type LocatedContent, locateContent } from './locate-content.ts';
import { cleanedArticles } from './locate-records.ts';
import { type ContentFolder, openContent, requireContentFolder } from './open-content.ts';
import { openStore } from './open-store.ts';
import { leadToProjects, readAnchors } from './read-anchors.ts';
import { SITE_CONFIG } from './read-site-config.ts';
import type { Store } from './store.ts';
import type { PrepareItem } from './worker-tasks.ts';
import type { Workforce } from './workforce.ts';

export interface CheckResult {
  /** By file, then line. */
  readonly diagnostics: readonly Diagnostic[];
  readonly articles: number;
}

/** Rooms whose code decides what is found in a source, besides those that read it. */
const CHECKING_CODE = ['src/check'];

/**
 * Everything that is wrong, was repaired or could be better in a content folder, drafts and future articles included, each
 * as serious as `site.yaml` takes it. Nothing is built, and bodies are cleaned only where something depends on it: where
 * cleaning may have something to say (`createSourceChecker`), where a link leads into a body, and everywhere once an article
 * speaks of projects, since which there are is known when all bodies have been read.
 *
 * @param begun - Of these options, if it is under way already.
 * @throws BuildError when there is no such folder, LockedError when a build is at work.
 */
export async function checkContent(options: CheckOptions, begun?: BegunBuild): Promise<CheckResult> {
  const { content: root, cache } = options;
  if (begun === undefined) requireContentFolder(root);
  const { workforce, listing, isSound, unlock } = begun ?? beginCheck(options);
  try {
    const reading = inBackground(openContent(root, listing));
    const { store, close } = await openStore(cache, workforce, isSound);
    try {
      return await check(await reading, { cacheFolder: cache, store, workforce });
    } finally {
      await close();
    }
  } finally {
    await workforce.disband();
    unlock();
  }
}

interface CheckPlace {
  readonly cacheFolder: string;
  readonly store: Store;
  readonly workforce: Workforce;
}

async function check(content: ContentFolder, options: CheckPlace): Promise<CheckResult> {
  const { config } = content;
  const { store } = options;
  const read = rememberChecks(store);
  const last = store.getLastCheck();
  const settled = new Set(last?.keys.split(' '));
  const known: string[] = [];
  const located = await locateContent(content, {
    ...options,
    kind: {
      task: 'check',
      isCurrent: (key) => {
        if (!settled.has(key)) return isCurrent(read(key));
        known.push(key);
        return true;
      },
      put: (key, made: CheckRecord) => store.putCheck(key, made),
    },
    digest: digest(content.cleaningDigest, digestCode(CHECKING_CODE)),
    // While the workers read what changed.
    onHired: () => known.forEach(read),
  });
  const count = content.articles.length + content.unreadable.length;
  const inputs = digestInputs(content, located);
  if (last !== undefined && last.inputs === inputs) return { diagnostics: last.diagnostics, articles: count };
  await store.pruneChecks(new Set(located.keys));
  const articles = collectArticles(content.articles, located.articles, ({ key }) => read(key), config);
  const pages = collectArticles(content.pages, located.pages, ({ key }) => read(key), config);
  const labels = { articles: content.label, pages: 'pages/' };
  const records = listRecords(located, read);
  const checked = [
    pairWithFacts(
      content.articles,
      articles.summaries.toSorted(compareFirstPublished),
      records.slice(0, content.articles.length),
    ),
    pairWithFacts(content.pages, pages.summaries, records.slice(content.articles.length)),
  ] as const;
  const whole = speaksOfProjects(records, config) ? await cleanContent(content, options) : undefined;
  const site = arrangeSite(whole?.articles ?? articles.summaries, whole?.pages ?? pages.summaries, config, {
    articlesLabel: labels.articles,
    reservedUrls: content.media.map((file) => `/media/${file.path}`),
  });
  const targets = createSiteTargets(site, content.media, labels);
  const anchors = await readAnchors(checked.flat(), targets, { content, ...options });
  const found = checkSite({
    articles: checked[0],
    pages: checked[1],
    config,
    targets: { has: targets.has, idsOf: (path) => anchors.get(targets.sourceOf(path) ?? '') },
  });
  const items = [...content.articles, ...content.pages];
  const all = [
    ...content.diagnostics,
    ...findUnusedAuthors(content.describedAuthors, articles.summaries, SITE_CONFIG),
    ...content.unreadable,
    ...articles.quarantine,
    ...articles.warnings,
    ...pages.quarantine,
    ...pages.warnings,
    ...site.diagnostics,
    ...records.flatMap((record, index) => findingsOf(record, items[index]!)),
    ...found.map(describe),
  ];
  const diagnostics = all.flatMap((diagnostic) => takeSeriously(diagnostic, config)).sort(byPlace);
  // The same sources may do better next time where a worker died, and otherwise where a date came from outside.
  if (inputs !== undefined && records.every(isCurrent))
    store.putLastCheck({ inputs, keys: located.keys.join(' '), diagnostics });
  return { diagnostics, articles: count };
}

/** The summaries of all articles and pages as a build has them: they say what projects they name. */
async function cleanContent(content: ContentFolder, options: CheckPlace) {
  const { config } = content;
  const { store } = options;
  const records = new ArticleRecords(store, content);
  const located = await locateContent(content, { ...options, kind: cleanedArticles(store, records) });
  const read: RecordReader = (place, item) => records.read(place, item);
  const articles = collectArticles(content.articles, located.articles, read, config);
  const pages = collectArticles(content.pages, located.pages, ({ key }) => store.getArticle(key), config);
  records.keep();
  return { articles: articles.summaries, pages: pages.summaries };
}

/** A digest of everything a check is made of; `undefined` when a worker died. */
function digestInputs(content: ContentFolder, located: LocatedContent): string | undefined {
  const { config, diagnostics, unreadable, describedAuthors, articles, pages, media } = content;
  if (located.keys.length < articles.length + pages.length) return undefined;
  const others = [config, diagnostics, unreadable, describedAuthors, media.map(({ path }) => path)];
  return digest(digestCode(['src']), canonicalJson(others), located.keys.join());
}

type CheckReader = (key: string) => CheckRecord | undefined;

/** Each record is looked at several times, and decoded once. */
function rememberChecks(store: Store): CheckReader {
  const known = new Map<string, CheckRecord>();
  return (key) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const record = store.getCheck(key);
    if (!isCurrent(record)) return record;
    if (record.ok) Object.assign(record.summary, { key });
    known.set(key, record);
    return record;
  };
}

/** The records of all sources, articles first; undefined where a worker died. */
function listRecords(
  { articles, pages }: LocatedContent,
  read: CheckReader,
): readonly (CheckRecord | undefined)[] {
  return [...articles, ...pages].map((located) => (located.ok ? read(located.result.key) : undefined));
}

function speaksOfProjects(records: readonly (CheckRecord | undefined)[], config: SiteConfig): boolean {
  return records.some(
    (record) => record?.ok && (record.namesProjects || leadToProjects(record.facts.links, config)),
  );
}

/** @param records - Of the items, in their order. @returns In the order of the summaries. */
function pairWithFacts(
  items: readonly PrepareItem[],
  summaries: readonly ArticleSummary[],
  records: readonly (CheckRecord | undefined)[],
): readonly CheckedArticle[] {
  const byPath = new Map(items.map(({ source, label }, index) => [source.path, { label, index }]));
  return summaries.flatMap((summary) => {
    const { label, index } = byPath.get(summary.sourcePath)!;
    const record = records[index];
    return record?.ok ? [{ file: label + summary.sourcePath, summary, facts: record.facts }] : [];
  });
}

function findingsOf(record: CheckRecord | undefined, { label, source }: PrepareItem): readonly Diagnostic[] {
  if (!record?.ok) return [];
  return record.findings.map((finding) => describe({ ...finding, file: label + source.path }));
}

function describe(finding: Omit<Diagnostic, 'severity' | 'hint'>): Diagnostic {
  const { severity, hint }: Rule = checkRules[finding.rule as keyof typeof checkRules];
  return { ...finding, severity, hint };
}

/** A diagnostic with the level that `site.yaml` gives its rule; none, where that is `off`. What quarantines stays an error. */
function takeSeriously(diagnostic: Diagnostic, { check }: SiteConfig): readonly Diagnostic[] {
  const level = check.rules[diagnostic.rule];
  if (level === undefined || diagnostic.severity === 'error') return [diagnostic];
  return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
