import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from 'cheerio';
import { drawPlot } from '../../src/report/draw-plot.ts';
import { drawTreemap, rankTops } from '../../src/report/treemap.ts';

const counts = [
  { path: ['新媒体', '晨报'], count: 60 },
  { path: ['科技', '芯片'], count: 30 },
  { path: ['新媒体'], count: 9 },
  { path: [], count: 1 },
];

describe('the treemap', () => {
  const draw = (width: number) =>
    load(drawPlot(drawTreemap(counts, { width, height: 300 }), 'Categories').html, { xml: true });

  it('gives each category an area as large as its number of articles', () => {
    const areas = draw(600)('rect')
      .toArray()
      .map(({ attribs }) => Number(attribs.width) * Number(attribs.height))
      .sort((a, b) => b - a);
    assert.equal(areas.length, 4);
    const total = areas.reduce((sum, area) => sum + area, 0);
    for (const [index, { count }] of counts.entries())
      assert.ok(Math.abs(areas[index]! / total - count / 100) < 0.03, `${count} of 100 is ${areas[index]}`);
  });

  it('keeps what is filed under a parent apart from its children, and what is filed nowhere too', () => {
    const titles = draw(600)('title')
      .toArray()
      .map((title) => load(title, { xml: true }).text());
    assert.deepEqual(titles.sort(), ['(none): 1', '新媒体 › 晨报: 60', '新媒体: 9', '科技 › 芯片: 30']);
  });

  it('names what has room for a name, and cuts no name in a way that hides it', () => {
    assert.match(draw(600)('text').text(), /晨报60/);
    assert.doesNotMatch(draw(40)('text').text(), /…/);
  });

  it('ranks top categories by their articles, those of their children included', () => {
    assert.deepEqual(rankTops(counts), ['新媒体', '科技', '(none)']);
  });
});
