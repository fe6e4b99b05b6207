import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanedHtml, cleanHtml } from './clean-html.ts';

describe('inline elements', () => {
  it('keeps those that mean something, old names as their successors', () => {
    assert.equal(
      cleanedHtml(
        '<p><b>一</b><i>二</i><strike>三</strike><tt>四</tt><acronym title="x">五</acronym><big>六</big></p>',
      ),
      '<p><strong>一</strong><em>二</em><s>三</s><code>四</code><abbr title="x">五</abbr>六</p>',
    );
  });

  it('reads weight, slant and colour off styles', () => {
    assert.equal(
      cleanedHtml(
        '<p><span style="font-weight:700">一</span><span style="font-style:italic">二</span><span style="color:rgb(255, 0, 0)">三</span><span style="color:#333;font-size:9px">四</span></p>',
      ),
      '<p><strong>一</strong><em>二</em><span class="accent">三</span>四</p>',
    );
  });

  it('keeps ruby text with its base', () => {
    assert.equal(
      cleanedHtml('<p><ruby>漢<rp>(</rp><rt>かん</rt></ruby></p>'),
      '<p><ruby>漢<rp>(</rp><rt>かん</rt></ruby></p>',
    );
  });

  it('keeps direction and language', () => {
    assert.equal(
      cleanedHtml('<p dir="RTL" lang="ar">نص <span dir="ltr">x</span></p>'),
      '<p lang="ar" dir="rtl">نص <span dir="ltr">x</span></p>',
    );
  });

  it('unwraps what it does not know', () => {
    assert.equal(cleanedHtml('<mp-common><p>一<wbr>二<nobr>三</nobr></p></mp-common>'), '<p>一二三</p>');
  });
});

describe('readLink', () => {
  it('marks links to other sites, and not those to its own', () => {
    assert.equal(
      cleanHtml(
        '<p><a href="https://e.example/" target="_blank" rel="opener">一</a><a href="https://site.example/x/">二</a><a href="/y/">三</a></p>',
      ).html,
      '<p><a href="https://e.example/" rel="noopener nofollow">一</a><a href="https://site.example/x/">二</a><a href="/y/">三</a></p>',
    );
  });

  it('resolves relative links against the source', () => {
    const sourceUrl = 'https://source.example/a/b.html';
    assert.equal(
      cleanedHtml('<p><a href="../c?d">一</a></p>', { sourceUrl }),
      '<p><a href="https://source.example/c?d">一</a></p>',
    );
    assert.equal(
      cleanedHtml('<p><a href="/c">一</a></p>', { sourceUrl }),
      '<p><a href="https://source.example/c">一</a></p>',
    );
  });

  it('makes text of a relative link without a source, and says so', () => {
    const { html, diagnostics } = cleanHtml('<p>一</p>\n<p><a href="c.html">二</a></p>');
    assert.equal(html, '<p>一</p>\n<p>二</p>');
    assert.deepEqual(
      diagnostics.map(({ rule, severity, line, column }) => ({ rule, severity, line, column })),
      [{ rule: 'relative-link-removed', severity: 'warning', line: 11, column: 13 }],
    );
  });

  it('links within the body by prefixed ids, on the block that holds the target', () => {
    assert.equal(
      cleanedHtml(
        '<p><a href="#x">一</a><a href="#y">二</a></p><p>三<a name="x"></a></p><ul><li id="y">四</li></ul>',
      ),
      '<p><a href="#fn-x">一</a><a href="#fn-y">二</a></p>\n<p id="fn-x">三</p>\n<ul><li id="fn-y">四</li></ul>',
    );
  });

  it('links to headings by the id or the text that they had', () => {
    assert.equal(
      cleanedHtml('<p><a href="#sec">一</a><a href="#要点">二</a></p><h2 id="sec">要点</h2><p>三</p>'),
      '<p><a href="#h-%E8%A6%81%E7%82%B9">一</a><a href="#h-%E8%A6%81%E7%82%B9">二</a></p>\n<h2 id="h-要点">要点</h2>\n<p>三</p>',
    );
  });

  it('drops ids that nothing links to', () => {
    assert.equal(cleanedHtml('<p id="a">一</p><div id="b"><a name="c">二</a></div>'), '<p>一</p>\n<p>二</p>');
  });
});

describe('readImage', () => {
  it('gives every image what keeps the page still, private and fast', () => {
    assert.equal(
      cleanHtml('<img data-img-size-val="899,500" src="https://e.example/a" onload="x" style="width:100%">')
        .html,
      '<figure><img src="https://e.example/a" alt="" width="899" height="500" loading="lazy" decoding="async" referrerpolicy="no-referrer"></figure>',
    );
  });

  it('lists the images in order', () => {
    const { images } = cleanHtml(
      '<p><img src="https://e.example/a.png" alt="甲"></p><p>字<img src="/b_40x30.png"></p>',
    );
    assert.deepEqual(images, [
      { src: 'https://e.example/a.png', alt: '甲' },
      { src: '/b_40x30.png', alt: '', width: 40, height: 30 },
    ]);
  });

  it('takes a title for the alternative text, but no file name', () => {
    assert.match(cleanedHtml('<img src="https://e.example/a.png" title="说明">'), /alt="说明"/);
    assert.match(cleanedHtml('<img src="https://e.example/a.png" alt="IMG_01.jpg">'), /alt=""/);
  });

  it('names a link that holds only pictures, in the language of the article', () => {
    const picture = '<img src="https://e.example/a.png">';
    const altOf = (html: string, lang?: string) =>
      /alt="([^"]*)"/.exec(cleanedHtml(html, lang === undefined ? {} : { lang }))?.[1];
    assert.equal(altOf(`<a href="https://e.example/a_large.png">${picture}</a>`), '打开原图');
    assert.equal(altOf(`<p><a href="https://e.example/b"><b>${picture}</b></a></p>`), '打开链接');
    assert.equal(altOf(`<a href="https://e.example/b">${picture}</a>`, 'en-GB'), 'Open the link');
  });

  it('leaves a picture without description where its link has text, or a picture that has one', () => {
    const picture = '<img src="https://e.example/a_40x30.png">';
    for (const html of [
      `<p>${picture}</p>`,
      `<p><a href="https://e.example/b">${picture}文字</a></p>`,
      `<p><a href="https://e.example/b">${picture}<img src="https://e.example/c_40x30.png" alt="丙"></a></p>`,
      `<p><a>${picture}</a></p>`,
    ])
      assert.match(cleanedHtml(html), /a_40x30.png" alt=""/, html);
  });

  it('drops what is fetched to be noticed, not to be seen', () => {
    for (const html of [
      '<img src="https://e.example/a.png" width="1" height="1">',
      '<img src="https://e.example/a.png" style="height: 0px">',
      '<img src="https://hm.baidu.com/hm.gif?x">',
      '<img src="https://e.example/x/track.gif">',
    ]) {
      const { html: cleaned, diagnostics } = cleanHtml(html);
      assert.equal(cleaned, '', html);
      assert.deepEqual(
        diagnostics.map(({ rule }) => rule),
        ['tracker-removed'],
      );
    }
  });

  it('prefixes the base path to the site’s own images', () => {
    const policy = { basePath: '/news/', siteUrl: 'https://site.example/news/' };
    const { html } = cleanHtml('![图](/images/a.png)', { format: 'markdown' }, policy);
    assert.match(html, /src="\/news\/images\/a.png"/);
    assert.match(cleanHtml(html, {}, policy).html, /src="\/news\/images\/a.png"/);
  });
});

describe('project-links', () => {
  const link = (id: string, text: string, more = '') =>
    `<a class="project-link" data-id="${id}" data-name="${text}" data-refer-type="2" ${more}>${text}</a>`;

  it('go to the project’s page, where the judge keeps them', () => {
    const occurrences: unknown[] = [];
    const { html } = cleanHtml(
      `<p>前面的话，${link('1', '甲')}与<b>某</b>${link('2', '乙')}后面。</p>`,
      {},
      {
        judgeProject: (occurrence) => {
          occurrences.push([
            occurrence.before,
            occurrence.text,
            occurrence.after,
            occurrence.id,
            occurrence.type,
          ]);
          return { keep: occurrence.id === '1', reason: 'listed' };
        },
      },
    );
    assert.equal(
      html,
      '<p>前面的话，<a href="/projects/1/" class="project">甲</a>与<strong>某</strong>乙后面。</p>',
    );
    assert.deepEqual(occurrences, [
      ['前面的话，', '甲', '与某乙后面。', '1', '2'],
      ['前面的话，甲与某', '乙', '后面。', '2', '2'],
    ]);
  });

  it('are kept once a section', () => {
    assert.equal(
      cleanedHtml(`<p>${link('1', '甲')}${link('1', '甲')}</p><h2>节</h2><p>${link('1', '甲')}</p>`),
      '<p><a href="/projects/1/" class="project">甲</a>甲</p>\n<h2 id="h-节">节</h2>\n<p><a href="/projects/1/" class="project">甲</a></p>',
    );
  });

  it('become text in headings, code and links', () => {
    assert.equal(
      cleanedHtml(`<h2>${link('1', '甲')}</h2><p><code>${link('1', '甲')}</code></p>`),
      '<h2 id="h-甲">甲</h2>\n<p><code>甲</code></p>',
    );
  });

  it('become text where the id could not be part of a path', () => {
    for (const id of ['../x', 'a b', '', 'x'.repeat(65), '一'])
      assert.equal(cleanedHtml(`<p>${link(id, '甲')}</p>`), '<p>甲</p>');
  });

  it('go to the source, or nowhere, where the policy says so', () => {
    const html = `<p>${link('1', '甲', 'href="https://e.example/p/1"')}${link('2', '乙')}</p>`;
    const with_ = (links: 'external' | 'text') =>
      cleanHtml(html, {}, { projects: { links, ignore: [], always: [] } });
    assert.equal(
      with_('external').html,
      '<p><a href="https://e.example/p/1" rel="noopener nofollow">甲</a>乙</p>',
    );
    assert.equal(with_('text').html, '<p>甲乙</p>');
    assert.deepEqual(
      with_('text').projects.map(({ id }) => id),
      ['1', '2'],
    );
  });

  it('are told with the sentence that names them', () => {
    const { projects } = cleanHtml(
      `<p>第一句。据悉，${link('7', '甲公司', 'href="https://e.example/7" data-logo="//e.example/l.png"')}发布了新品！第三句。</p>`,
    );
    assert.deepEqual(projects, [
      {
        id: '7',
        name: '甲公司',
        text: '甲公司',
        href: 'https://e.example/7',
        logo: 'https://e.example/l.png',
        sentence: '据悉，甲公司发布了新品！',
      },
    ]);
  });

  it('can be written by hand', () => {
    const { html } = cleanHtml('看[甲](project:7)。', { format: 'markdown' });
    assert.equal(html, '<p>看<a href="/projects/7/" class="project">甲</a>。</p>');
  });
});
