import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findings, parseText, publishKeys } from './parse-text.ts';

const categories = (yaml: string): unknown => publishKeys(`title: a\ncategories:${yaml}`).categories;
const rules = (yaml: string): readonly string[] =>
  findings(`---\ntitle: a\ndate: 2024-03-01\ncategories:${yaml}\n---\nb`).map((finding) =>
    finding.replace(/^\S+ /, ''),
  );

describe('categories', () => {
  it('are one path as a list', () => {
    assert.deepEqual(categories(' \n - 新媒体\n - 36kr\n - 资讯'), [['新媒体', '36kr', '资讯']]);
    assert.deepEqual(categories(' [新媒体, 36kr]'), [['新媒体', '36kr']]);
  });

  it('are several paths as a list of lists', () => {
    assert.deepEqual(categories('\n- [城市, 交通]\n- - 城市\n  - 桥梁\n- [新闻]'), [
      ['城市', '交通'],
      ['城市', '桥梁'],
      ['新闻'],
    ]);
  });

  it('are paths of their own beside a list of several names', () => {
    assert.deepEqual(categories('\n- [城市, 交通]\n- 新闻'), [['城市', '交通'], ['新闻']]);
  });

  it('are a path of one name as a text', () => {
    assert.deepEqual(categories(' 城市/交通, 桥'), [['城市/交通, 桥']]);
  });

  it('are none without a value', () => {
    for (const yaml of ['', ' ""', ' []', ' ~']) assert.deepEqual(categories(yaml), [], yaml);
  });

  it('are trimmed of spaces, full-width ones too', () => {
    assert.deepEqual(categories('\n - "　城市　"\n - " 交通 "'), [['城市', '交通']]);
  });

  it('lose a leading dash, with a warning', () => {
    for (const item of [
      ' - — 分类',
      ' - —— 分类',
      ' - —分类',
      ' -  - 分类',
      ' - "- 分类"',
      ' - – 分类',
      " - '-- 分类'",
    ]) {
      assert.deepEqual(categories(`\n - 编程\n${item}`), [['编程', '分类']], item);
      assert.deepEqual(rules(`\n - 编程\n${item}`), ['leading-dash'], item);
    }
  });

  it('keep a dash that belongs to the name', () => {
    for (const name of ['-18', 'A-B', '–', '-'])
      assert.deepEqual(categories(`\n - '${name}'`), [[name]], name);
  });

  it('lose names that are empty, with a warning', () => {
    assert.deepEqual(categories('\n - 城市\n -\n - "　"\n - ~\n - 交通'), [['城市', '交通']]);
    assert.deepEqual(rules('\n - 城市\n -\n - "　"\n - ~'), ['empty-name', 'empty-name', 'empty-name']);
  });

  it('keep names that YAML takes for maps and numbers', () => {
    assert.deepEqual(categories('\n - 快讯: 通车\n - 2024\n - true'), [['快讯: 通车', '2024', 'true']]);
    assert.deepEqual(rules('\n - 快讯: 通车\n - 2024\n - true'), ['unquoted-text']);
  });

  it('read a map as a name, with a warning', () => {
    assert.deepEqual(categories(' {a: b}'), [['{a: b}']]);
    assert.deepEqual(rules(' {a: b}'), ['wrong-type']);
    assert.deepEqual(rules('\n - {a: b}'), ['wrong-type']);
  });

  it('count once where a path is there twice', () => {
    assert.deepEqual(categories('\n- [城市, 交通]\n- [城市, 交通]\n- [城市]'), [['城市', '交通'], ['城市']]);
  });

  it('lose characters that do not show', () => {
    assert.deepEqual(categories('\n - "城\\u202E市\\0"'), [['城市']]);
  });

  it('quarantine the article where they are too deep, too long or too many', () => {
    const tooMuch = [
      `[${Array.from({ length: 17 }, (_, index) => `c${index}`).join(',')}]`,
      `['${'长'.repeat(201)}']`,
      `[${Array.from({ length: 65 }, (_, index) => `[c${index}]`).join(',')}]`,
    ];
    for (const yaml of tooMuch) {
      const parsed = parseText(`---\ntitle: a\ndate: 2024-03-01\ncategories: ${yaml}\n---\nb`);
      assert.equal(parsed.ok, false);
      assert.equal(parsed.diagnostics[0]?.rule, 'too-many-values');
    }
  });
});
