import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldPath } from '../../src/content/fold-path.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { outputPath } from '../../src/site/link.ts';
import { listPages } from '../../src/site/list-pages.ts';
import type { Page } from '../../src/site/page.ts';
import { DAY, makeConfig, makeMention, makeSummary, NOON } from './make-summary.ts';

/** Names and paths that somebody would try, and any others. */
const hostileText = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '',
    'page',
    'Page',
    'con',
    'NUL.html',
    'index.html',
    'feed.xml',
    'a',
    'A',
    'ａ',
    'é',
    'e\u0301',
    'a/b',
    '%2e%2e',
    '-',
    'x\u202ey',
    '長'.repeat(100),
    '\ud800',
    'a\0b',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'aA./-% é'), maxLength: 5 }),
);
const hostilePath = fc.oneof(
  fc.constantFrom(
    '/',
    '/a',
    '/a/',
    '/A.html',
    '/a.html/',
    '/a.html/b/',
    '/p/x/',
    '/p/x.html',
    '/../a/',
    '/categories/a/',
    '/404.html',
    '//a/',
    '/index.html/a/',
  ),
  fc.array(hostileText, { maxLength: 4 }).map((names) => `/${names.join('/')}`),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const article: fc.Arbitrary<Partial<ArticleSummary>> = fc
  .record({
    date: fc.integer({ min: 0, max: 40 }).map((days) => NOON + days * DAY),
    title: hostileText,
    categories: fc.array(fc.array(hostileText, { minLength: 1, maxLength: 4 }), { maxLength: 2 }),
    tags: fc.array(hostileText, { maxLength: 3 }),
    authors: fc.array(hostileText, { maxLength: 2 }),
    aliases: fc.array(hostilePath, { maxLength: 2 }),
    slug: optional(hostileText),
    permalink: optional(hostilePath),
    abbrlink: optional(hostileText),
    pinned: fc.boolean(),
    projects: fc.array(
      fc.constantFrom('1', 'a', 'A', 'page', 'nul').map((id) => makeMention({ id })),
      { maxLength: 2 },
    ),
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));

const summaries = fc
  .uniqueArray(fc.tuple(hostileText, article), { maxLength: 25, selector: ([path]) => path })
  .map((pairs) => pairs.map(([sourcePath, fields]) => makeSummary({ ...fields, sourcePath })));

const config = makeConfig({ pagination: { size: 2 } });

function arrange(
  articles: readonly ArticleSummary[],
  standalone: readonly ArticleSummary[] = [],
): readonly Page[] {
  return listPages(arrangeSite(articles, standalone, config));
}

/** Every URL of the site that a page's data points to. */
function linksOf(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const own = Object.entries(value).flatMap(([name, held]) =>
    (name === 'url' || name === 'target') && typeof held === 'string' ? [held] : [],
  );
  return [...own, ...Object.values(value).flatMap(linksOf)];
}

describe('the pages of any site', () => {
  it('have URLs of their own, also when case and Unicode form are folded', () => {
    fc.assert(
      fc.property(summaries, summaries, (articles, standalone) => {
        const files = arrange(articles, standalone).map(({ url }) => foldPath(outputPath(url)));
        assert.equal(new Set(files).size, files.length);
        const folders = new Set(
          files.flatMap((file) => file.split('/').map((_, at, all) => all.slice(0, at).join('/'))),
        );
        for (const file of files) assert.ok(!folders.has(file), `${file} is a file and a folder`);
      }),
    );
  });

  it('are each inside the output folder', () => {
    fc.assert(
      fc.property(summaries, (articles) => {
        for (const { url } of arrange(articles)) {
          const path = outputPath(url);
          assert.ok(Buffer.byteLength(path) < 1000);
          for (const segment of path.split('/')) {
            assert.ok(segment !== '' && segment !== '.' && segment !== '..');
            assert.ok(Buffer.byteLength(segment) <= 200);
          }
        }
      }),
    );
  });

  it('include a page for every article', () => {
    fc.assert(
      fc.property(summaries, (articles) => {
        const pages = arrange(articles);
        assert.equal(pages.filter(({ kind }) => kind === 'article').length, articles.length);
      }),
    );
  });

  it('are the same in whatever order the files are found', () => {
    fc.assert(
      fc.property(
        summaries.chain((articles) =>
          fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length })),
        ),
        ([articles, shuffled]) => {
          assert.deepEqual(arrange(shuffled), arrange(articles));
        },
      ),
    );
  });

  it('point only to pages that are there', () => {
    fc.assert(
      fc.property(summaries, (articles) => {
        const pages = arrange(articles);
        const urls = new Set(pages.map(({ url }) => url));
        for (const link of linksOf(pages)) assert.ok(urls.has(link), `${link} is no page`);
      }),
    );
  });

  it('show every article in the list of all', () => {
    fc.assert(
      fc.property(summaries, (articles) => {
        const shown = arrange(articles).flatMap((page) =>
          page.kind === 'list' && page.list === 'latest' ? page.articles.map(({ url }) => url) : [],
        );
        assert.equal(new Set(shown).size, articles.length);
        assert.equal(shown.length, articles.length);
      }),
    );
  });
});
