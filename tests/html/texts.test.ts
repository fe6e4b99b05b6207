import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clipText } from '../../src/html/clip-text.ts';
import { countText } from '../../src/html/count-text.ts';
import { attributeText, collapseSpaces, removeForbidden } from '../../src/html/normalize-text.ts';
import { cleanHtml } from './clean-html.ts';

describe('clipText', () => {
  it('leaves what is short enough', () => {
    assert.equal(clipText('十个字的一句话，正好。', 11), '十个字的一句话，正好。');
  });

  it('cuts after a sentence that ends late enough', () => {
    assert.equal(clipText('第一句话写得很长。第二句话在这里', 12), '第一句话写得很长。');
  });

  it('shows a cut inside of a sentence', () => {
    assert.equal(clipText('一句没有标点的很长很长的话', 8), '一句没有标点的…');
  });

  it('never cuts a word of letters', () => {
    assert.equal(clipText('The quick brown fox jumps', 18), 'The quick brown…');
  });

  it('never cuts what a reader takes for one character', () => {
    assert.equal(clipText('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 3), '👨‍👩‍👧👨‍👩‍👧…');
    assert.equal(clipText('e\u0301e\u0301e\u0301e\u0301', 3), 'e\u0301e\u0301…');
  });

  it('is at most as long as asked, and well formed', () => {
    const segmenter = new Intl.Segmenter();
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, length) => {
          const clipped = clipText(text, length);
          assert.ok([...segmenter.segment(clipped)].length <= length);
          assert.doesNotMatch(clipped, /\p{Cs}/u);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('countText', () => {
  it('counts Han, kana and hangul by the character and the rest by the word', () => {
    assert.deepEqual(countText('Win 11 又出新 Bug，用户 don’t 喜欢 3.5 GB 的 e-mail'), {
      characters: 8,
      words: 7,
    });
    assert.deepEqual(countText('ひらがな 한국어 𠮷野家'), { characters: 10, words: 0 });
    assert.deepEqual(countText('Größe привет'), { characters: 0, words: 2 });
    assert.deepEqual(countText(''), { characters: 0, words: 0 });
  });
});

describe('removeForbidden', () => {
  it('removes what acts without showing, and keeps what scripts need', () => {
    assert.equal(
      removeForbidden('a\0\u0008b\u007f\u0085c\u200b\ufeffd\u202ee\u2066f\ufffeg\ud800h'),
      'abcdefgh',
    );
    assert.equal(removeForbidden('क्\u200dषि\u200e👍🏽\t\n'), 'क्\u200dषि\u200e👍🏽\t\n');
  });

  it('makes every line end a line feed', () => {
    assert.equal(removeForbidden('a\r\nb\rc\fd'), 'a\nb\nc\nd');
  });
});

describe('collapseSpaces', () => {
  it('makes one space of many, and none between Chinese lines', () => {
    assert.equal(collapseSpaces('a \n\t b\u2028c'), 'a b c');
    assert.equal(collapseSpaces('中文，\n  中文\nabc\n中文'), '中文，中文 abc 中文');
    assert.equal(collapseSpaces('한국\n어'), '한국 어');
  });
});

describe('attributeText', () => {
  it('is one line of bounded length, never cut inside of a pair of surrogates', () => {
    assert.equal(attributeText(' a\n b\0 ', 10), 'a b');
    assert.equal(attributeText('ab😀', 3), 'ab');
  });
});

describe('excerpt', () => {
  const excerpt = (html: string, more: { excerpt?: string } = {}) => cleanHtml(html, more).excerpt;

  it('opens with the first paragraphs, without headings, captions, tables and code', () => {
    assert.equal(
      excerpt(
        '<h2>题</h2><figure><img src="https://e.example/a.png"><figcaption>图注</figcaption></figure><pre>x</pre><p>第一段。</p><table><tr><td>甲<td>乙</table><p>第二段</p><p>Third</p>',
      ),
      '第一段。第二段 Third',
    );
  });

  it('skips lines that only say where the article comes from', () => {
    assert.equal(
      excerpt('<p>本文来自微信公众号“某号”（ID：x），作者：某人，某站经授权发布。</p><p>正文开始。</p>'),
      '正文开始。',
    );
    assert.equal(excerpt('<p>文｜某人 编辑｜某人</p><p>正文开始。</p>'), '正文开始。');
    assert.equal(excerpt('<p>责任编辑：某人</p>'), '责任编辑：某人');
  });

  it('takes what the author wrote, as one line of text', () => {
    assert.equal(excerpt('<p>正文</p>', { excerpt: ' 作者写的\n <b>摘要</b> ' }), '作者写的 <b>摘要</b>');
  });

  it('is empty for a body without text', () => {
    assert.equal(excerpt('<p><img src="https://e.example/a.png" alt="图"></p>'), '');
  });

  it('takes what there is where there is no prose', () => {
    assert.equal(excerpt('<h2>只有标题</h2>'), '只有标题');
  });
});

describe('text', () => {
  it('is one line for each paragraph, item, row and line of code', () => {
    const { text } = cleanHtml(
      '<h2>题</h2><p>一<br>二</p><ul><li>三<ul><li>四</li></ul></li></ul><table><tr><td>五</td><td>六</td></tr></table><pre>a\nb</pre><figure><img src="https://e.example/a.png"><figcaption>注</figcaption></figure>',
    );
    assert.equal(text, '题\n一 二\n三\n四\n五 六\na\nb\n注');
  });
});
