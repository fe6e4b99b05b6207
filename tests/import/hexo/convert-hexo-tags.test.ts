import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { convertHexoTags } from '../../../src/import/hexo/convert-hexo-tags.ts';

const context = {
  findPost: (name: string) => (name === 'bridge' ? { url: '/2022/bridge/', title: '大桥' } : undefined),
};
const convert = (body: string) => convertHexoTags(body, context).body.trim();
const unknown = (body: string) => convertHexoTags(body, context).unknown.map(({ name }) => name);

describe('convertHexoTags', () => {
  it('takes raw blocks for what they hold', () => {
    assert.equal(convert('a {% raw %}{{ x }} {% y %}{% endraw %} b'), 'a {{ x }} {% y %} b');
  });

  it('makes fenced code of code blocks, with a fence that holds', () => {
    assert.equal(convert('{% codeblock title lang:js %}\na()\n{% endcodeblock %}'), '```js\na()\n```');
    assert.equal(convert('{% code %}\na ``` b\n{% endcode %}'), '````\na ``` b\n````');
  });

  it('makes quotations, with their source', () => {
    assert.equal(
      convert('{% blockquote 张三, 《桥》 https://n.example/ %}\n一\n二\n{% endblockquote %}'),
      '> 一\n> 二\n>\n> — <a href="https://n.example/">张三, 《桥》</a>',
    );
    assert.equal(convert('{% quote %}一{% endquote %}'), '> 一');
  });

  it('makes pictures of img and asset_img', () => {
    assert.equal(convert('{% asset_img a.png %}'), '<img src="a.png" alt="">');
    assert.equal(
      convert(`{% img left big /images/a.png 300 200 "'大 桥' '一座桥'" %}`),
      '<img src="/images/a.png" width="300" height="200" title="大 桥" alt="一座桥">',
    );
    assert.equal(convert('{% asset_img "a b.png" 大桥 %}'), '<img src="a b.png" title="大桥" alt="大桥">');
  });

  it('makes links of link, post_link and asset_link', () => {
    assert.equal(
      convert('{% link 一 座 桥 https://n.example/ true %}'),
      '<a href="https://n.example/">一 座 桥</a>',
    );
    assert.equal(convert('{% post_link bridge %}'), '<a href="/2022/bridge/">大桥</a>');
    assert.equal(convert('{% post_link bridge "这座桥" %}'), '<a href="/2022/bridge/">这座桥</a>');
    assert.equal(convert('[桥]({% post_path bridge %})'), '[桥](/2022/bridge/)');
    assert.equal(convert('{% asset_link a.pdf 文件 %}'), '<a href="a.pdf">文件</a>');
  });

  it('makes players of videos', () => {
    assert.equal(convert('{% youtube abc %}'), '<iframe src="https://www.youtube.com/embed/abc"></iframe>');
    assert.equal(
      convert('{% iframe https://player.bilibili.com/x 100 %}'),
      '<iframe src="https://player.bilibili.com/x"></iframe>',
    );
  });

  it('writes nothing but text and addresses into HTML', () => {
    assert.equal(
      convert('{% link "<b>" https://n.example/?"><script> %}'),
      '<a href="https://n.example/?&quot;&gt;&lt;script&gt;">&lt;b&gt;</a>',
    );
  });

  it('leaves code alone', () => {
    const code = '```\n{% raw %}\n```\n`{% img a.png %}`\n~~~~\n{% endraw %}\n~~~~';
    assert.equal(convert(code), code);
    assert.deepEqual(unknown(code), []);
  });

  it('leaves what it does not know, and names it', () => {
    const body = '{% note info %}一{% endnote %} {% post_link none %} {%img%} 100%}';
    assert.equal(convert(body), body);
    assert.deepEqual(unknown(body), ['note', 'post_link', 'img']);
  });
});
