import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findings, publish, publishKeys } from './parse-text.ts';

const data = (keys: string): unknown => publishKeys(`title: a\n${keys}`).data;

describe('unknown keys', () => {
  it('are kept as JSON', () => {
    assert.deepEqual(data('cover: {ratio: 1.5, ok: true, none: ~, list: [1, "1", x]}\nviews: -12'), {
      cover: { ratio: 1.5, ok: true, none: null, list: [1, '1', 'x'] },
      views: -12,
    });
  });

  it('keep numbers that a double can not hold as text', () => {
    assert.deepEqual(data('id: 12345678901234567890\nhash: 1e400'), {
      id: '12345678901234567890',
      hash: '1e400',
    });
  });

  it('keep what steers other generators, as data', () => {
    const keys =
      'layout: ../../etc/passwd\npagination: {data: x}\neleventyComputed: {title: y}\ntemplateEngineOverride: njk';
    const article = publishKeys(`title: a\n${keys}`);
    assert.deepEqual(Object.keys(article.data), [
      'layout',
      'pagination',
      'eleventyComputed',
      'templateEngineOverride',
    ]);
    assert.equal(article.title, 'a');
  });

  it('lose __proto__, constructor and prototype at any depth', () => {
    const keys =
      '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\nsafe: {__proto__: {polluted: 1}, prototype: 1, x: 1}';
    assert.deepEqual(data(keys), { safe: { x: 1 } });
    assert.equal(({} as { polluted?: number }).polluted, undefined);
    const json = publish(
      '---json\n{"date":"2024-03-01","title":"a","__proto__":{"polluted":1},"x":{"__proto__":{"y":1}}}\n---\nb',
    );
    assert.deepEqual(json.data, { x: {} });
    assert.equal(Object.getPrototypeOf(json.data), Object.prototype);
  });

  it('lose what is nested more than 16 deep', () => {
    assert.deepEqual(data(`deep: ${'['.repeat(16)}1${']'.repeat(16)}`), {
      deep: JSON.parse(`${'['.repeat(16)}1${']'.repeat(16)}`),
    });
    assert.deepEqual(data(`deep: ${'['.repeat(17)}1${']'.repeat(17)}`), {});
  });

  it('are warned of where they look like a known one', () => {
    assert.deepEqual(findings('---\ntitle: a\ndate: 2024-03-01\ncatagories: [b]\nlayout: post\n---\nc'), [
      '4:1 unknown-key',
    ]);
  });

  it('survive a round trip through JSON and structured clone', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (values) => {
        const article = publish(
          `---json\n${JSON.stringify({ ...values, title: 'a', date: '2024-03-01' })}\n---\nb`,
        );
        assert.deepEqual(JSON.parse(JSON.stringify(article.data)), article.data);
        assert.deepEqual(structuredClone(article), article);
      }),
    );
  });
});
