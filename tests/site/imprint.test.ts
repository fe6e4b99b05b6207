import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import { markSummary } from '../../src/site/article-mark.ts';
import { Imprint, markArticles } from '../../src/site/imprint.ts';
import { measureThumbnail } from '../../src/site/picture-sizes.ts';
import type { SiteArticle } from '../../src/site/site.ts';
import { DAY, makeConfig, makeSummary, NOON } from './make-summary.ts';

const KEYS = [undefined, 'a key', 'another'];

/** A site of so many articles, newest first: of a store, and of none. */
function arrange(count: number): readonly SiteArticle[] {
  const summaries = Array.from({ length: count }, (_, at) => {
    const key = KEYS[at % KEYS.length];
    return makeSummary({ sourcePath: `${at}.md`, date: NOON - at * DAY, ...(key && { key }) });
  });
  return arrangeSite(summaries, [], makeConfig()).articles;
}

function markOf(article: SiteArticle): string {
  return markArticles([article]).join();
}

describe('markArticles', () => {
  const [plain] = arrange(1);
  const { summary } = plain!;
  const category = { identity: 'c' } as SiteArticle['categories'][number];
  const variants: readonly SiteArticle[] = [
    plain!,
    { ...plain!, summary: { ...summary, title: 'another' } },
    { ...plain!, summary: { ...summary, key: 'a key' } },
    { ...plain!, summary: { ...summary, key: 'another' } },
    { ...plain!, url: '/elsewhere/' },
    { ...plain!, categories: [category] },
  ];

  it('tells articles apart by their summaries, URLs and first categories', () => {
    assert.equal(new Set(variants.map(markOf)).size, variants.length);
  });

  it('gives the same mark wherever an article stands', () => {
    const alone = variants.map(markOf);
    const together = markArticles(variants);
    const words = together.length / variants.length;
    assert.deepEqual(
      variants.map((_, at) => together.subarray(at * words, (at + 1) * words).join()),
      alone,
    );
  });

  it('takes the mark that a store has made of a summary’s key for that of the key', () => {
    const keyed = { ...summary, key: 'a key' };
    const { title: _, ...rest } = keyed;
    const stored = { ...rest, title: 'not looked at', ...markSummary(keyed) };
    assert.equal(markOf({ ...plain!, summary: stored }), markOf({ ...plain!, summary: keyed }));
  });

  it('does not take it for that of a summary whose picture was measured meanwhile', () => {
    const pictured = { ...summary, key: 'a key', thumbnail: { src: '/media/a.png' } };
    const stored = { ...pictured, ...markSummary(pictured) };
    const marks = [undefined, { width: 3, height: 2 }, { width: 3, height: 4 }].map((size) =>
      markOf({ ...plain!, summary: measureThumbnail(stored, { find: () => size }) }),
    );
    assert.equal(new Set(marks).size, marks.length);
  });
});

describe('Imprint', () => {
  const articles = arrange(3000);

  it('is the same for articles added at once, in parts of a list, and one by one', () => {
    const imprint = new Imprint(articles, 'seed');
    const atOnce = imprint.addArticles(articles).take();
    imprint.add('3000');
    for (const article of articles) imprint.addArticle(article);
    assert.equal(imprint.take(), atOnce);
  });

  it('is another for other articles, another order or another seed', () => {
    const imprint = new Imprint(articles, 'seed');
    const every = (step: number) => imprint.addArticles(articles.filter((_, at) => at % step === 0)).take();
    const names = [
      every(1),
      every(2),
      every(3),
      imprint.addArticles(articles, 1).take(),
      imprint.addArticles(articles, 0, 2999).take(),
      imprint.addArticles([articles[1]!, articles[0]!]).take(),
      imprint.addArticles([articles[0]!, articles[1]!]).take(),
      new Imprint(articles, 'other').addArticles(articles).take(),
    ];
    assert.equal(new Set(names).size, names.length);
  });
});
