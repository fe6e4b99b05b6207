import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plainTextOfHtml } from '../../../src/import/plain-text-of-html.ts';
import { addParagraphs } from '../../../src/import/wordpress/add-paragraphs.ts';

const lines = (html: string) => addParagraphs(html).replace(/\n+/g, '\n').split('\n');

describe('addParagraphs', () => {
  it('parts paragraphs at blank lines, and breaks lines at line ends', () => {
    assert.deepEqual(lines('一 <b>二</b>\n三\r\n\r\n四'), ['<p>一 <b>二</b><br>', '三</p>', '<p>四</p>']);
    assert.deepEqual(lines('一<br />\n二'), ['<p>一<br />', '二</p>']);
  });

  it('leaves blocks as they are, and what is in them', () => {
    const blocks =
      '<h2 class="a>b">一\n\n二</h2>\n<ul>\n<li>三\n\n四</li>\n</ul>\n<pre>五\n\n六</pre>\n<hr>\n<p>七\n八</p>';
    assert.equal(addParagraphs(blocks).replace(/\n+/g, '\n'), blocks.replace(/\n+/g, '\n'));
    assert.match(addParagraphs(blocks), /<pre>五\n\n六<\/pre>/);
  });

  it('parts what stands between blocks', () => {
    assert.deepEqual(lines('一\n<h2>二</h2>三\n\n四<div>五\n\n六</div>'), [
      '<p>一</p>',
      '<h2>二</h2>',
      '<p>三</p>',
      '<p>四</p>',
      '<div>',
      '<p>五</p>',
      '<p>六</p>',
      '</div>',
    ]);
    assert.deepEqual(lines('<blockquote>一\n\n二</blockquote>'), [
      '<blockquote>',
      '<p>一</p>',
      '<p>二</p>',
      '</blockquote>',
    ]);
  });

  it('minds no tag that is not closed', () => {
    assert.deepEqual(lines('<p>一\n<div title="x">二\n\n三'), [
      '<p>一',
      '<div title="x">',
      '<p>二</p>',
      '<p>三</p>',
    ]);
  });

  it('minds no line end in a tag or a comment', () => {
    assert.deepEqual(lines('一 <b\ntitle="二\n\n三">四</b>\n五'), [
      '<p>一 <b',
      'title="二',
      '三">四</b><br>',
      '五</p>',
    ]);
    assert.equal(addParagraphs('一<!-- 二\n\n三 -->四'), '<p>一<!-- 二\n\n三 -->四</p>');
  });

  it('leaves an unfinished tag at the end as it is', () => {
    assert.equal(addParagraphs('一\n\n二<b title="\n\n三'), '<p>一</p>\n<p>二</p>\n<b title="\n\n三');
    assert.equal(addParagraphs('<a="\n\n一'), '<a="\n\n一');
  });

  it('says nothing of nothing', () => assert.equal(addParagraphs(' \n\n '), ''));

  it('loses no text, and gains none', () => {
    const piece = fc.constantFrom(
      '一',
      ' ',
      '\n',
      '\n\n',
      '<b>',
      '</b>',
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<li>',
      '<hr>',
      '<',
      '>',
      '&amp;',
      '<br>',
      '<!-- c -->',
      'a="',
    );
    const squeeze = (html: string) => plainTextOfHtml(html).replace(/\s/g, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const html = pieces.join('');
        assert.equal(squeeze(addParagraphs(html)), squeeze(html));
      }),
      { numRuns: 2000 },
    );
  });
});
