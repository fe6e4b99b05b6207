import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detectBodyFormat } from '../../src/content/detect-body-format.ts';

const html = (body: string): void => assert.equal(detectBodyFormat(body), 'html', body);
const markdown = (body: string): void => assert.equal(detectBodyFormat(body), 'markdown', body);

describe('detectBodyFormat', () => {
  it('takes a body in one wrapper for HTML, with blank lines and indents inside', () => {
    html('\n<div>   \n<p>桥</p>\n\n    <p>路</p>\n\n# 不是标题\n</div>\n');
  });

  it('takes a row of elements for HTML', () => {
    html('<p>桥</p>\n\n<p>路</p>\n<img src="a.jpg">\n<br/>\n<ul><li>一</li></ul>');
  });

  it('takes a wrapper that is never closed, and one that is closed too often, for HTML', () => {
    html('<div>\n\n<p>桥</p>');
    html('<div><p>桥</p></div></div></body></html>');
    html('<div> <p>桥</p></div></div> 路 <div><p>桥</p> </div></div>\n');
  });

  it('does not end an image at a > in its attribute', () => {
    html('<img alt="a > b" src=x>\n<p>桥</p>');
  });

  it('counts wrappers in one another', () => {
    html('<div><div>桥</div>\n\n路 <div></div></div>');
  });

  it('takes text between elements for Markdown', () => {
    markdown('<div class="note">注意</div>\n\n# 标题\n\n正文');
    markdown('<div>一</div>\n\n正文 *强调*\n\n<div>二</div>\n');
    markdown('<img src="a.jpg"> 一张图 *说明*');
  });

  it('takes elements that people put around Markdown for Markdown', () => {
    markdown('<details>\n\n**正文**\n\n</details>');
  });

  it('takes text, rules, autolinks and nothing for Markdown', () => {
    for (const body of [
      '',
      '\n',
      '正文',
      '---\n',
      '<https://example.com/> 正文',
      '< 正文',
      '# 标题\n<div>x</div>',
    ])
      markdown(body);
  });

  it('takes a comment before an element for HTML', () => {
    html('<!-- 来自源站 --><div>桥</div>');
  });
});
