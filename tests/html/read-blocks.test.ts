import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanedHtml, cleanHtml } from './clean-html.ts';

const PICTURE = '<img src="https://e.example/i.png" alt="">';

describe('readHeading', () => {
  it('makes levels consistent, from 2 down', () => {
    const html = cleanedHtml('<h1>一</h1><h4>二</h4><h5>三</h5><h4>四</h4><h2>五</h2><h1>六</h1>');
    assert.deepEqual(html.match(/<h\d/g), ['<h2', '<h3', '<h4', '<h3', '<h3', '<h2']);
  });

  it('makes a strong paragraph of a heading in a list, cell or quote', () => {
    assert.equal(
      cleanedHtml('<ul><li><h3>一</h3>二</li></ul>'),
      '<ul><li><p><strong>一</strong></p><p>二</p></li></ul>',
    );
    assert.equal(
      cleanedHtml('<blockquote><h2>一</h2></blockquote>'),
      '<blockquote><p><strong>一</strong></p></blockquote>',
    );
  });

  it('makes a figure of a heading that is only a picture', () => {
    assert.equal(
      cleanedHtml('<h2><img src="https://e.example/a.png"></h2>'),
      '<figure><img src="https://e.example/a.png" alt=""></figure>',
    );
  });

  it('hands a video in a heading to what follows', () => {
    assert.equal(
      cleanedHtml('<h2>一<audio src="https://e.example/a.mp3"></audio></h2>'),
      '<h2 id="h-一">一</h2>\n<audio src="https://e.example/a.mp3" controls="" preload="none"></audio>',
    );
  });

  it('drops headings that repeat the title at the start', () => {
    assert.equal(cleanedHtml('<h1>文章 标题！</h1><p>一</p>'), '<p>一</p>');
    assert.equal(cleanedHtml('<p>一</p><h2>文章标题</h2>'), '<p>一</p>\n<h2 id="h-文章标题">文章标题</h2>');
  });
});

describe('an id in a list', () => {
  it('stays on its item, whatever block the item begins with, however often it is cleaned', () => {
    const item = '<li id="fn-t"><blockquote><p>引</p></blockquote>文。</li>';
    const html = `<p><a href="#fn-t">去看</a></p>\n<ul>${item}</ul>`;
    assert.equal(cleanedHtml(html.replaceAll('fn-t', 't')), html);
    assert.equal(cleanedHtml(html), html);
  });

  it('gives the name of a picture with a caption to the whole, and that of the caption to it, however often', () => {
    const named = (figure: string, caption: string) =>
      `<p><a href="#fn-t">去看</a>，<a href="#fn-c">再看</a></p>\n<figure${figure}>${PICTURE}<figcaption${caption}>说明</figcaption></figure>`;
    const html = named(' id="fn-t"', ' id="fn-c"');
    assert.equal(cleanedHtml(html.replaceAll('fn-', '')), html);
    assert.equal(cleanedHtml(html), html);
    const told = `<p><a href="#t">去看</a></p><p id="t"><img src="https://e.example/i.png" data-caption="说明">`;
    const once = cleanedHtml(told);
    assert.match(once, /<figure id="fn-t"><img[^>]*><figcaption>/);
    assert.equal(cleanedHtml(once), once);
  });

  it('waits for the next element where the item is empty', () => {
    assert.equal(
      cleanedHtml('<p><a href="#t">去看</a></p><ul><li id="t"></li><li>文。</li></ul>'),
      '<p><a href="#fn-t">去看</a></p>\n<ul><li id="fn-t">文。</li></ul>',
    );
  });
});

describe('readQuote, readDetails, readSection', () => {
  it('keeps quotes as blocks of paragraphs', () => {
    assert.equal(
      cleanedHtml('<blockquote>一<br><br>二</blockquote>'),
      '<blockquote><p>一</p><p>二</p></blockquote>',
    );
  });

  it('keeps a fold that has a summary and something in it', () => {
    assert.equal(
      cleanedHtml('<details open name="x"><summary><p>题</p></summary>一</details>'),
      '<details><summary>题</summary><p>一</p></details>',
    );
  });

  it('unwraps a fold without a summary, or with nothing else', () => {
    assert.equal(cleanedHtml('<details>一</details>'), '<p>一</p>');
    assert.equal(
      cleanedHtml(
        '<ol><li><details><p>一</p><p><a href="#t">去看</a></p><p id="t">二</p></details></li></ol>',
      ),
      '<ol><li id="fn-t"><p>一</p><p><a href="#fn-t">去看</a></p><p>二</p></li></ol>',
    );
    assert.equal(cleanedHtml('<details><summary>题</summary></details>'), '<p>题</p>');
  });

  it('keeps a section of footnotes and unwraps any other', () => {
    assert.equal(
      cleanedHtml('<section class="footnotes"><p>注</p></section>'),
      '<section class="footnotes" role="doc-endnotes"><p>注</p></section>',
    );
    assert.equal(cleanedHtml('<section class="hero"><p>一</p></section>'), '<p>一</p>');
  });

  it('unwraps containers beyond a sane depth, and keeps their text', () => {
    const html = cleanedHtml(`${'<blockquote>'.repeat(40)}一`);
    assert.equal(html.match(/<blockquote>/g)?.length, 12);
    assert.match(html, /<p>一<\/p>/);
  });
});

describe('readList', () => {
  it('writes the one paragraph of an item without its p', () => {
    assert.equal(
      cleanedHtml('<ul><li><p>一</p></li><li><div>二</div></li></ul>'),
      '<ul><li>一</li><li>二</li></ul>',
    );
  });

  it('keeps several paragraphs of an item', () => {
    assert.equal(cleanedHtml('<ul><li>一<p>二</p></li></ul>'), '<ul><li><p>一</p><p>二</p></li></ul>');
  });

  it('gives a list between items to the item before', () => {
    assert.equal(
      cleanedHtml('<ol><li>一</li><ul><li>二</li></ul></ol>'),
      '<ol><li>一<ul><li>二</li></ul></li></ol>',
    );
  });

  it('makes items of what stands between items', () => {
    assert.equal(cleanedHtml('<ul>一<li>二</li></ul>'), '<ul><li>一</li><li>二</li></ul>');
  });

  it('makes one list of items outside of any', () => {
    assert.equal(cleanedHtml('<li>一</li>\n<li>二</li>'), '<ul><li>一</li><li>二</li></ul>');
  });

  it('drops empty items and empty lists', () => {
    assert.equal(
      cleanedHtml('<ul><li></li><li>一</li></ul><ul><li>&nbsp;</li></ul>'),
      '<ul><li>一</li></ul>',
    );
  });

  it('keeps how an ordered list counts', () => {
    assert.equal(
      cleanedHtml('<ol start="3" type="i" reversed><li value="7">一</li></ol>'),
      '<ol start="3" reversed="" type="i"><li value="7">一</li></ol>',
    );
  });

  it('keeps terms and descriptions, also in groups', () => {
    assert.equal(
      cleanedHtml('<dl><div><dt>词</dt><dd><p>义</p></dd></div></dl>'),
      '<dl><dt>词</dt><dd>义</dd></dl>',
    );
  });
});

describe('readTable', () => {
  const box = (label: string, table: string) =>
    `<section class="table-scroll" tabindex="0" aria-label="${label}"><table>${table}</table></section>`;

  it('puts a table in a box that scrolls and has a name', () => {
    assert.equal(
      cleanedHtml('<table border="1" width="100%"><tr><th>甲</th><td>乙</td></tr></table>'),
      box('表格 1', '<tbody><tr><th scope="row">甲</th><td>乙</td></tr></tbody>'),
    );
  });

  it('names the box by the caption, and no two boxes alike', () => {
    const table = '<table><caption>表 <b>一</b></caption><tr><td>甲</td><td>乙</td></tr></table>';
    const labels = [...cleanedHtml(table + table).matchAll(/aria-label="([^"]+)"/g)].map(
      ([, label]) => label,
    );
    assert.deepEqual(labels, ['表 一', '表 一-2']);
  });

  it('names it in the language of the article', () => {
    assert.match(cleanedHtml('<table><tr><td>a<td>b</table>', { lang: 'en-GB' }), /aria-label="Table 1"/);
  });

  it('keeps sections, spans, scope and alignment', () => {
    assert.equal(
      cleanedHtml(
        '<table><thead><tr><th scope="COL" colspan="2" align="right">甲</th></tr></thead><tr><td rowspan="2" style="text-align:center">乙</td><td>丙</td></tr></table>',
      ),
      box(
        '表格 1',
        '<thead><tr><th colspan="2" scope="col" class="align-right">甲</th></tr></thead><tbody><tr><td rowspan="2" class="align-center">乙</td><td>丙</td></tr></tbody>',
      ),
    );
  });

  it('unwraps a table with one cell in each row, which is layout', () => {
    assert.equal(
      cleanedHtml('<table><tr><td><p>一</p></td></tr><tr><td>二</td></tr></table>'),
      '<p>一</p>\n<p>二</p>',
    );
    assert.equal(cleanedHtml('<table><tr><td></td><td></td></tr><tr><td>一</td></tr></table>'), '<p>一</p>');
  });

  it('drops empty rows and empty tables, but keeps empty cells', () => {
    assert.equal(cleanedHtml('<table><tr><td></td><td></td></tr></table>'), '');
    assert.equal(
      cleanedHtml('<table><tr><td></td><td>一</td></tr><tr><td></td><td></td></tr></table>'),
      box('表格 1', '<tbody><tr><td></td><td>一</td></tr></tbody>'),
    );
  });

  it('takes line numbers out of highlighted code', () => {
    assert.equal(
      cleanedHtml(
        '<figure class="highlight"><table><tr><td class="gutter"><pre>1<br>2</pre></td><td class="code"><pre>a<br>b</pre></td></tr></table></figure>',
      ),
      '<figure><pre>a\nb</pre></figure>',
    );
  });
});

describe('readPreformatted', () => {
  it('reads a line break as one line end, also before a line feed', () => {
    assert.equal(cleanedHtml('<pre>一<br>二<br>\n<br>\n三<br></pre>'), '<pre>一\n二\n\n三</pre>');
  });

  it('keeps spaces and drops every colour', () => {
    assert.equal(
      cleanedHtml('<pre><code><span class="k">if</span>  (a)\n\t<b>b</b></code></pre>'),
      '<pre><code>if  (a)\n\tb</code></pre>',
    );
  });

  it('keeps the language, however highlighters write it', () => {
    for (const [html, language] of [
      ['<pre><code class="language-TypeScript">x</code></pre>', 'typescript'],
      ['<pre><code class="hljs lang-js copyable">x</code></pre>', 'js'],
      ['<pre class="brush: csharp; toolbar: false">x</pre>', 'csharp'],
      ['<pre data-lang="c++">x</pre>', 'c++'],
    ] as const) {
      assert.equal(cleanedHtml(html), `<pre><code class="language-${language}">x</code></pre>`);
    }
  });

  it('drops copy buttons and puts blocks on lines of their own', () => {
    assert.equal(
      cleanedHtml(
        '<pre><div>a</div><div>b</div><span class="copy-code-btn">复制代码</span><button>复制</button></pre>',
      ),
      '<pre>a\nb</pre>',
    );
  });

  it('decodes what a scraper has escaped', () => {
    assert.equal(
      cleanedHtml('<pre><code>a &#123;b&#125; &lt;c&gt;</code></pre>'),
      '<pre><code>a {b} &lt;c&gt;</code></pre>',
    );
  });
});

describe('readFigure', () => {
  const image = '<img src="https://e.example/a.png" alt="">';

  it('keeps a figure with its caption', () => {
    assert.equal(
      cleanedHtml(`<figure class="x"><div>${image}</div><figcaption><p>图注</p></figcaption></figure>`),
      `<figure>${image}<figcaption>图注</figcaption></figure>`,
    );
  });

  it('takes one short paragraph beside the picture for its caption', () => {
    assert.equal(
      cleanedHtml(`<figure>${image}<p>图注</p></figure>`),
      `<figure>${image}<figcaption>图注</figcaption></figure>`,
    );
  });

  it('takes what a class marks as a caption for one, after a picture', () => {
    assert.equal(
      cleanedHtml(`<p>${image}</p><p class="img-desc">图注</p><p>一</p>`),
      `<figure>${image}<figcaption>图注</figcaption></figure>\n<p>一</p>`,
    );
    assert.equal(cleanedHtml('<p>一</p><p class="img-desc">二</p>'), '<p>一</p>\n<p>二</p>');
  });

  it('takes a caption from the image', () => {
    assert.equal(
      cleanedHtml('<p><img src="https://e.example/a.png" data-caption="图注"></p>'),
      `<figure>${image}<figcaption>图注</figcaption></figure>`,
    );
  });

  it('does not take a neighbouring paragraph for a caption', () => {
    assert.equal(cleanedHtml(`<p>${image}</p><p>图注？</p>`), `<figure>${image}</figure>\n<p>图注？</p>`);
  });

  it('unwraps a figure that shows nothing', () => {
    assert.equal(cleanedHtml('<figure><figcaption>一</figcaption></figure>'), '<p>一</p>');
  });
});

describe('readVideo, readAudio', () => {
  it('keeps a player that loads nothing until it is asked to', () => {
    assert.equal(
      cleanedHtml(
        '<p>一<video autoplay src="//e.example/v.mp4" poster="https://e.example/p.png" width="640" height="360"></video>二</p>',
      ),
      '<p>一</p>\n<video src="https://e.example/v.mp4" poster="https://e.example/p.png" width="640" height="360" controls="" preload="none" playsinline=""></video>\n<p>二</p>',
    );
  });

  it('keeps up to four usable sources', () => {
    const { html } = cleanHtml(
      `<audio><source src="javascript:x">${'<source src="https://e.example/a.ogg" type="audio/ogg">'.repeat(6)}</audio>`,
    );
    assert.equal(html.match(/<source/g)?.length, 4);
  });

  it('drops a player without a usable address, and says so', () => {
    const { html, diagnostics } = cleanHtml('<video src="blob:https://e.example/x"></video>');
    assert.equal(html, '');
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      ['media-removed'],
    );
  });
});

describe('readEmbed', () => {
  it('keeps a frame of an allowed host in a sandbox, lazy and titled', () => {
    assert.equal(
      cleanHtml('<iframe src="//www.youtube.com/embed/x" width="560" height="315" title="片名"></iframe>')
        .html,
      '<iframe src="https://www.youtube.com/embed/x" title="片名" width="560" height="315" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation" allow="fullscreen; picture-in-picture; encrypted-media" allowfullscreen=""></iframe>',
    );
  });

  it('makes a link of any other frame, and says so', () => {
    const { html, diagnostics } = cleanHtml('<iframe src="https://other.example/v/1"></iframe>');
    assert.equal(
      html,
      '<p><a href="https://other.example/v/1" rel="noopener nofollow">other.example</a></p>',
    );
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      ['embed-replaced'],
    );
  });

  it('never frames the site itself, whatever the configuration allows', () => {
    const { html } = cleanHtml(
      '<iframe src="https://site.example/x"></iframe>',
      {},
      { embedHosts: ['site.example'] },
    );
    assert.doesNotMatch(html, /<iframe/);
  });

  it('never lets a player start by itself', () => {
    assert.match(
      cleanHtml('<iframe src="https://www.youtube.com/embed/x?autoplay=true"></iframe>').html,
      /autoplay=0/,
    );
    assert.match(
      cleanHtml('<iframe src="https://player.bilibili.com/player.html?aid=1"></iframe>').html,
      /autoplay=0/,
    );
  });
});
