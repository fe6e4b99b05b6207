import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findings, publish, publishKeys } from './parse-text.ts';

const DATE = 'date: 2024-03-01';
const BODY = '---\n正文\n';

/** What a title line becomes, and the rules that it breaks. */
function title(line: string): readonly [string, readonly string[]] {
  const text = `---\n${line}\n${DATE}\n${BODY}`;
  return [publish(text).title, findings(text)];
}

describe('a title that strict YAML rejects', () => {
  it('is read out of nine nested quotes', () => {
    assert.deepEqual(title(`title: ${'"'.repeat(9)}'一座桥'${'"'.repeat(9)}`), [
      '一座桥',
      ['2:8 unbalanced-quotes'],
    ]);
  });

  it('is read after a lone quote', () => {
    assert.deepEqual(title('title: "一座桥'), ['一座桥', ['2:8 unbalanced-quotes']]);
    assert.deepEqual(title("title: '一座桥"), ['一座桥', ['2:8 unbalanced-quotes']]);
  });

  it('is read over three lines, quoted or not', () => {
    assert.deepEqual(title('title: 一座\n桥的\n名字'), ['一座桥的名字', ['2:8 broken-line']]);
    assert.deepEqual(title("title: '一座\n桥的\n名字'"), ['一座桥的名字', ['2:8 unbalanced-quotes']]);
    assert.deepEqual(title('title: "The bridge\n记者: 小王\nopens"'), [
      'The bridge 记者: 小王 opens',
      ['2:8 unbalanced-quotes'],
    ]);
  });

  it('is read with a colon and a space in it', () => {
    assert.deepEqual(title('title: 快讯: 大桥: 通车'), ['快讯: 大桥: 通车', ['2:8 unquoted-text']]);
    assert.deepEqual(title('title: 快讯:'), ['快讯:', ['2:8 unquoted-text']]);
  });

  for (const first of [
    '&',
    '*',
    '@',
    '`',
    '%',
    '!',
    '|',
    '>',
    '- ',
    '? ',
    '[甲] ',
    '{甲} ',
    '& ',
    '* ',
    '}',
    ']',
    '{{ 甲 }} ',
    '{% 甲 %} ',
  ]) {
    it(`is read with ${first} in front`, () => {
      assert.deepEqual(title(`title: ${first}乙`), [`${first}乙`, ['2:8 unquoted-text']]);
    });
  }

  it('is read where YAML takes all of it for a list or a map', () => {
    assert.deepEqual(title('title: [快讯]'), ['[快讯]', ['2:8 wrong-type']]);
    assert.deepEqual(title('title: {{ 甲 }}'), ['{{ 甲 }}', ['2:8 wrong-type']]);
  });

  it('is read after a full-width colon, without a space, after a tab, and indented', () => {
    assert.deepEqual(title('title：一座桥'), ['一座桥', ['2:1 irregular-key']]);
    assert.deepEqual(title('title:一座桥'), ['一座桥', ['2:1 irregular-key']]);
    assert.deepEqual(title('title:\t一座桥'), ['一座桥', []]);
    assert.deepEqual(title('\ttitle: 一座桥'), ['一座桥', ['2:2 irregular-key']]);
  });

  it('warns of what YAML takes for a comment', () => {
    assert.deepEqual(title('title: 通车 #现场'), ['通车', ['2:10 comment-in-text']]);
    assert.deepEqual(title("title: '通车 #现场'"), ['通车 #现场', []]);
  });
});

describe('a list that strict YAML rejects', () => {
  it('is read with tabs in front of its items', () => {
    assert.deepEqual(publishKeys('title: a\ncategories:\n\t- 城市\n\t- 交通').categories, [['城市', '交通']]);
  });

  it('is read with items that need quotes', () => {
    assert.deepEqual(publishKeys('title: a\ncategories:\n - @城市\n - *交通\n - 快讯: 桥').categories, [
      ['@城市', '*交通', '快讯: 桥'],
    ]);
  });

  it('is read without a space behind the dash, and with uneven indents', () => {
    assert.deepEqual(publishKeys('title: a\ntags:\n -桥\n   - 路\n- "车').tags, ['桥', '路', '车']);
  });

  it('is read in brackets that are not closed', () => {
    assert.deepEqual(publishKeys('title: a\ntags: [桥, 路: 新').tags, ['桥', '路: 新']);
  });

  it('is read with an item over two lines', () => {
    assert.deepEqual(publishKeys('title: a: b\ntags:\n - 桥\n 梁\n - 路').tags, ['桥梁', '路']);
    assert.deepEqual(publishKeys('title: a\ntags:\n\t- 桥\n梁\n\t- 路').tags, ['桥梁', '路']);
  });
});

describe('the rest of a front matter with one fault', () => {
  it('is read as YAML', () => {
    const keys =
      'title: 快讯: 桥\ncategories:\n  - [城市, 交通]\n  - [新闻]\nextra: {a: [1, true]}\ncomments: false';
    const article = publishKeys(keys);
    assert.deepEqual(article.categories, [['城市', '交通'], ['新闻']]);
    assert.deepEqual(article.data, { extra: { a: [1, true] } });
    assert.equal(article.comments, false);
  });

  it('keeps its warnings to the lines that have one', () => {
    const text = `---\ntitle: 快讯: 桥\nauthor: 小王\nthumbnail: @x\n${DATE}\n${BODY}`;
    assert.deepEqual(findings(text), ['2:8 unquoted-text', '4:12 unquoted-text', '4:12 invalid-url']);
  });

  it('loses lines that belong to nothing, with a warning each', () => {
    const text = `---\n(来自网络)\ntitle: 桥\n${DATE}\n(转载)\n${BODY}`;
    assert.equal(publish(text).title, '桥');
    assert.deepEqual(findings(text), ['2:1 unreadable-line', '5:1 unreadable-line']);
  });

  it('keeps the keys of a map that is not its own', () => {
    assert.equal(publishKeys('title: 桥: 路\nseo:\n  title: 别的').title, '桥: 路');
  });

  it('counts CR LF lines', () => {
    assert.deepEqual(findings(`\r\n---\r\ntitle: 桥: 路\r\n${DATE}\r\n---\r\nx`), ['3:8 unquoted-text']);
  });
});

describe('a front matter without a fence', () => {
  it('is read to where its keys end', () => {
    const unclosed = `---\ntitle: 桥\n${DATE}\n\n<p>正文</p>\n`;
    assert.equal(publish(unclosed).body, '\n<p>正文</p>\n');
    assert.deepEqual(findings(unclosed), ['4:1 unclosed-front-matter']);
    const unopened = `title: 桥\n${DATE}\n---\n正文\n`;
    assert.equal(publish(unopened).body, '正文\n');
    assert.deepEqual(findings(unopened), ['1:1 missing-fence']);
  });
});
