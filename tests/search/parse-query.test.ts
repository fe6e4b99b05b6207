import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { facetTerm } from '../../src/search/facet.ts';
import { parseQuery } from '../../src/search/parse-query.ts';

const parse = (text: string) => parseQuery(text, 'Asia/Shanghai');
const texts = (text: string) => parse(text).units.map((unit) => unit.text);

describe('reading a query', () => {
  it('wants all texts that spaces separate, folded, each once', () => {
    assert.deepEqual(texts('  人工智能　AI  ai 臺灣 '), ['人工智能', 'ai', '台湾']);
  });

  it('reads phrases in quotation marks of every kind', () => {
    for (const query of ['"open source"', '“open source”', '「open source」', '『open source』']) {
      assert.deepEqual(parse(query).units, [{ text: 'open source', isQuoted: true }]);
    }
  });

  it('takes a quotation mark that is not closed for what it is', () => {
    assert.deepEqual(texts('“如果'), ['“如果']);
    assert.deepEqual(texts('他说“如果”'), ['他说“如果”']);
  });

  it('leaves out what a minus stands before', () => {
    const query = parse('苹果 -手机 -"平板 电脑"');
    assert.deepEqual(
      query.excludedUnits.map(({ text }) => text),
      ['手机', '平板电脑'],
    );
    assert.deepEqual(texts('苹果 - 手机'), ['苹果', '-', '手机']);
  });

  it('takes a minus for a minus when there is nothing else', () => {
    assert.deepEqual(texts('-10%'), ['-10%']);
    assert.deepEqual(parse('-10%').excludedUnits, []);
  });

  it('reads filters, in English and Chinese', () => {
    const facets = (text: string) => parse(text).facets;
    assert.deepEqual(facets('category:新媒体/36kr'), [facetTerm('category', '新媒体/36kr')]);
    assert.deepEqual(facets('Category：新媒体'), [facetTerm('category', '新媒体')]);
    assert.deepEqual(facets('分类:新媒体 来源:"潮汐 早报"'), [
      facetTerm('category', '新媒体'),
      facetTerm('source', '潮汐 早报'),
    ]);
    assert.deepEqual(facets('公司:小米 tag:5G'), [facetTerm('project', '小米'), facetTerm('tag', '5g')]);
    assert.deepEqual(parse('芯片 -source:早报').excludedFacets, [facetTerm('source', '早报')]);
  });

  it('takes a Chinese name before a Chinese colon for text, since articles have it', () => {
    assert.deepEqual(texts('来源：新华'), ['来源:新华']);
    assert.deepEqual(parse('来源：新华').facets, []);
  });

  it('takes a filter without a value for text', () => {
    assert.deepEqual(texts('category: 手机'), ['category:', '手机']);
  });

  it('reads dates of the zone it is told', () => {
    assert.deepEqual(span('date:2024'), ['2023-12-31T16:00:00.000Z', '2024-12-31T16:00:00.000Z']);
    assert.deepEqual(span('date:2024-02'), ['2024-01-31T16:00:00.000Z', '2024-02-29T16:00:00.000Z']);
    assert.deepEqual(span('日期:2024-02-29'), ['2024-02-28T16:00:00.000Z', '2024-02-29T16:00:00.000Z']);
    assert.deepEqual(span('date:2024-02..2024-03'), ['2024-01-31T16:00:00.000Z', '2024-03-31T16:00:00.000Z']);
    assert.deepEqual(span('date:2024/02..'), ['2024-01-31T16:00:00.000Z', undefined]);
    assert.deepEqual(span('date:..2024年2月'), [undefined, '2024-02-29T16:00:00.000Z']);
    assert.deepEqual(span('after:2024-02-01 before:2025'), [
      '2024-01-31T16:00:00.000Z',
      '2024-12-31T16:00:00.000Z',
    ]);
    assert.deepEqual(span('date:2024', 'America/New_York'), [
      '2024-01-01T05:00:00.000Z',
      '2025-01-01T05:00:00.000Z',
    ]);
  });

  it('takes a date that is none for text', () => {
    for (const query of ['date:2024-13', 'date:gestern', 'after:1..2', 'date:..', 'date:2024-01-99']) {
      assert.equal(texts(query).length, 1, query);
    }
  });

  it('reads of an endless query the beginning', () => {
    assert.equal(texts('字'.repeat(10_000))[0]!.length, 200);
    assert.equal(texts(Array.from({ length: 99 }, (_, at) => `词${at}`).join(' ')).length, 12);
  });
});

function span(text: string, zone = 'Asia/Shanghai'): (string | undefined)[] {
  const { from, until } = parseQuery(text, zone);
  return [from, until].map((instant) =>
    instant === undefined ? undefined : new Date(instant).toISOString(),
  );
}
