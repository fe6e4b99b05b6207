import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SourceConfig } from '../../src/content/site-config.ts';
import { cleanHtml } from './clean-html.ts';

const sourceUrl = 'https://www.36kr.com/p/1';

function clean(body: string, rules: SourceConfig, article = { sourceUrl }) {
  return cleanHtml(body, article, { sources: [rules] });
}

describe('what site.yaml takes out of a source', () => {
  for (const [selector, kept] of [
    ['aside', '<p class="ad">二</p><p id="x">三</p>'],
    ['.ad', '<aside>一</aside><p id="x">三</p>'],
    ['p.ad', '<aside>一</aside><p id="x">三</p>'],
    ['div.ad', '<aside>一</aside><p class="ad">二</p><p id="x">三</p>'],
    ['p#x', '<aside>一</aside><p class="ad">二</p>'],
  ] as const) {
    it(`are elements that ${selector} names`, () => {
      const body = '<aside>一</aside><p class="box ad">二</p><p id="x">三</p>';
      const { html } = clean(body, { host: '36kr.com', drop: [selector] });
      assert.equal(html, cleanHtml(kept, { sourceUrl }).html);
    });
  }

  it('are blocks of a text, and not the box around the whole article', () => {
    const body =
      '<div>\n<p><b>本文来自</b> 微信公众号“桥”。</p><p>桥通车了。</p><p>他说，本文来自别处。</p></div>';
    const { html } = clean(body, { host: '36kr.com', dropText: ['本文来自*'] });
    assert.equal(html, '<p>桥通车了。</p>\n<p>他说，本文来自别处。</p>');
  });

  for (const [glob, text, matches] of [
    ['本文完', '本文完', true],
    ['本文完', '本文完。', false],
    ['*转载', '未经许可不得转载', true],
    ['*转载', '转载的人', false],
    ['来自*公众号*。', '来自微信公众号“桥”。', true],
    ['来自*公众号*。', '来自公众号', false],
    ['ab*bc', 'abc', false],
  ] as const) {
    it(`${matches ? 'takes' : 'does not take'} "${text}" for ${glob}`, () => {
      const { text: left } = clean(`<p>${text}</p><p>桥</p>`, { path: 'a', dropText: [glob] });
      assert.equal(left, matches ? '桥' : `${text}\n桥`);
    });
  }

  it('takes no time over a text made to take time', () => {
    const { text } = clean(`<p>${'a'.repeat(50_000)}</p>`, { path: 'a', dropText: [`${'a*'.repeat(200)}b`] });
    assert.equal(text.length, 50_000);
  });

  it('are pictures of hosts, with their subdomains', () => {
    const body =
      '<p>桥</p><img src="https://ads.example/a.png"><img data-src="//x.ads.example/b.png"><img src="https://bads.example/c.png">';
    const { images, diagnostics } = clean(body, { host: '36kr.com', dropImages: ['ads.example'] });
    assert.deepEqual(
      images.map(({ src }) => src),
      ['https://bads.example/c.png'],
    );
    assert.deepEqual(diagnostics, []);
  });

  it('leaves articles of other sources as they are', () => {
    const body = '<aside>一</aside>';
    const whole = cleanHtml(body, { sourceUrl }).html;
    for (const rules of [{ host: 'kr.com' }, { path: 'b' }, { path: 'a/b' }, { host: '36kr.com', path: 'b' }])
      assert.equal(clean(body, { ...rules, drop: ['aside'] }).html, whole);
    assert.equal(
      cleanHtml(body, {}, { sources: [{ host: '36kr.com', drop: ['aside'] }] }).html,
      cleanHtml(body).html,
    );
  });
});
