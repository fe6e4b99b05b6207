import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseRssFeed } from 'feedsmith';
import { listProjectFeeds } from '../../src/feeds/project-feeds.ts';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { makeConfig, makeMention, makeSummaries } from '../site/make-summary.ts';

const config = makeConfig();

function feedsOf(summaries: readonly ArticleSummary[]) {
  return listProjectFeeds(arrangeSite(summaries, [], config), config, () => assert.fail('no body is read'));
}

const named = (index: number): Partial<ArticleSummary> => ({
  title: `第 ${index} 篇`,
  excerpt: '摘要',
  projects: [
    makeMention({
      id: '7133',
      name: '阿里巴巴 & 一千零一夜',
      sentence: index === 0 ? '' : `第 ${index} 句。`,
    }),
  ],
});

describe('the feed of a project', () => {
  it('is there from its third article on', () => {
    assert.deepEqual(feedsOf(makeSummaries(2, named)), []);
    assert.deepEqual(
      feedsOf(makeSummaries(3, named)).map(({ path }) => path),
      ['projects/7133/feed.xml'],
    );
  });

  it('says of each article, newest first, in which sentence it names the project', () => {
    const [feed] = feedsOf(makeSummaries(3, named));
    const { title, link, items } = parseRssFeed(feed!.contents);
    assert.equal(title, '阿里巴巴 & 一千零一夜 - 每日观察');
    assert.equal(link, 'https://news.example.com/projects/7133/');
    assert.deepEqual(
      items?.map((item) => [item.title, item.description]),
      [
        ['第 2 篇', '第 2 句。'],
        ['第 1 篇', '第 1 句。'],
        ['第 0 篇', '摘要'],
      ],
    );
  });

  it('holds the newest twenty', () => {
    const [feed] = feedsOf(makeSummaries(30, named));
    assert.equal(parseRssFeed(feed!.contents).items?.length, 20);
  });

  it('has whole bodies besides where site.yaml asks for them, and changes with them', () => {
    const full = makeConfig({ feeds: { ...config.feeds, projects: 'full' } });
    const feedOf = (change: Partial<ArticleSummary> = {}) =>
      listProjectFeeds(
        arrangeSite(
          makeSummaries(3, (index) => ({ ...named(index), ...(index === 2 ? change : {}) })),
          [],
          full,
        ),
        full,
        (bodyDigest) => `<p><a href="/p/x/">${bodyDigest}</a></p>` as SafeHtml,
      )[0]!;
    const [item] = parseRssFeed(feedOf({ bodyDigest: 'one' }).contents).items ?? [];
    assert.equal(item?.description, '第 2 句。');
    assert.equal(item?.content?.encoded, '<p><a href="https://news.example.com/p/x/">one</a></p>');
    assert.notEqual(feedOf({ bodyDigest: 'one' }).key, feedOf({ bodyDigest: 'other' }).key);
  });

  it('tells nobody of drafts', () => {
    const [feed] = feedsOf(makeSummaries(4, (index) => ({ ...named(index), draft: index === 3 })));
    assert.equal(parseRssFeed(feed!.contents).items?.[0]?.title, '第 2 篇');
  });

  it('has a key that changes with what it shows, not with other articles', () => {
    const keyOf = (over: (index: number) => Partial<ArticleSummary>) =>
      feedsOf(makeSummaries(4, over))[0]!.key;
    const withStranger = (title: string) =>
      feedsOf([...makeSummaries(4, named), { ...makeSummaries(5)[4]!, title }])[0]!.key;
    assert.equal(keyOf(named), keyOf(named));
    assert.equal(withStranger('旧题'), withStranger('新题'));
    for (const change of [
      { title: '新题' },
      { updated: 1 },
      { authors: ['某人'] },
      { tags: ['某'] },
      { slug: 'x' },
    ])
      assert.notEqual(
        keyOf(named),
        keyOf((index) => ({ ...named(index), ...(index === 2 ? change : {}) })),
        JSON.stringify(change),
      );
  });
});
