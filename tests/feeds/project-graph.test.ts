import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderProjectGraph } from '../../src/feeds/project-graph.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { DAY, makeConfig, makeMention, makeSummary, NOON } from '../site/make-summary.ts';

const config = makeConfig();

function graphOf(summaries: readonly ArticleSummary[]) {
  const { path, contents } = renderProjectGraph(arrangeSite(summaries, [], config), config);
  return { path, ...JSON.parse(contents) };
}

describe('the graph of projects', () => {
  const ding = (id: string, page: string) =>
    makeMention({ id, name: '钉钉', text: '钉', href: `https://36kr.com/${page}/${id}` });
  const graph = graphOf([
    makeSummary({
      sourcePath: 'a.md',
      projects: [ding('1', 'projectDetails'), makeMention({ id: '5', name: '飞书' })],
    }),
    makeSummary({
      sourcePath: 'b.md',
      date: NOON + 30 * DAY,
      projects: [ding('2', 'space'), makeMention({ id: '5' })],
    }),
    makeSummary({
      sourcePath: 'c.md',
      date: NOON + 31 * DAY,
      projects: [makeMention({ id: '6' }), ding('1', 'space')],
    }),
  ]);

  it('is a file beside the index', () => assert.equal(graph.path, 'projects/index.json'));

  it('says of each project who it is and when it was in the news', () => {
    assert.deepEqual(graph.projects[0], {
      id: '1',
      name: '钉钉',
      url: 'https://news.example.com/projects/1/',
      names: ['钉'],
      ids: ['1', '2'],
      links: [
        { url: 'https://36kr.com/projectDetails/1', kind: 'profile' },
        { url: 'https://36kr.com/space/2', kind: 'space' },
        { url: 'https://36kr.com/space/1', kind: 'space' },
      ],
      feed: 'https://news.example.com/projects/1/feed.xml',
      articles: 3,
      first: '2022-01-06T12:00:00.000Z',
      latest: '2022-02-06T12:00:00.000Z',
      months: { '2022-01': 1, '2022-02': 2 },
    });
  });

  it('says which projects are named together, and in how many articles', () => {
    assert.deepEqual(graph.edges, [
      ['1', '5', 2],
      ['1', '6', 1],
    ]);
  });

  it('is whole, though empty, without projects', () => {
    const { format, site, projects, edges } = graphOf([]);
    assert.deepEqual([format, site, projects, edges], [1, 'https://news.example.com/', [], []]);
  });
});
