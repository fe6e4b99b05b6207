import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CheerioAPI, load } from 'cheerio';
import type { PageBody } from '../../layouts/page-body.ts';
import { renderPage } from '../../layouts/render-page.tsx';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import type { ArticlePage, Page } from '../../src/site/page.ts';
import { BODY, CHROME, fullPage, fullPages, INSTANT } from './sample-pages.ts';

function draw(page: Page, body: PageBody = BODY): CheerioAPI {
  return load(renderPage(page, { chrome: CHROME, body }));
}

describe('the page of a project', () => {
  const $ = draw(fullPage('project'));

  it('leads to each of the sources’ pages, and says what it is', () => {
    assert.deepEqual(
      $('.project-links a[rel~="external"]')
        .toArray()
        .map((link) => [$(link).text().trim(), link.attribs.href, link.attribs.rel]),
      [
        ['资料页 example.org', 'https://example.org/projects/7133', 'external noopener nofollow'],
        ['企业主页 example.org', 'https://example.org/space/1?a=1&b=2', 'external noopener nofollow'],
      ],
    );
  });

  it('offers its feed, to readers and to programs', () => {
    assert.equal(
      $('.project-links a[type="application/rss+xml"]').attr('href'),
      '/daily/projects/7133/feed.xml',
    );
    assert.equal($('head link[title="远航"]').attr('href'), '/daily/projects/7133/feed.xml');
  });

  it('draws its mentions over time without a style attribute', () => {
    assert.equal($('.timeline-bars').attr('aria-hidden'), 'true');
    assert.equal($('.timeline-bars path').attr('d'), 'M0 48v-24h8v24zM10 48v-48h8v48z');
    assert.equal($('[style]').length, 0);
  });

  it('says the same in a table', () => {
    const rows = $('.timeline tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      );
    assert.deepEqual(rows, [
      ['月份', '篇数'],
      ['2021-12', '1'],
      ['2022-01', '2'],
    ]);
    assert.equal($('.timeline th[scope]').length, 4);
  });

  it('counts by years what is older', () => {
    const years = draw({
      ...fullPage('project'),
      timeline: [
        { year: 2019, count: 1 },
        { year: 2020, count: 0 },
      ],
    });
    assert.match(years('.timeline').text(), /年份.*2019.*2020/s);
    assert.equal(years('.timeline-bars path').attr('d'), 'M0 48v-48h8v48z');
  });

  it('draws no course of a single month: the dates above say it', () => {
    const month = draw({ ...fullPage('project'), timeline: [{ year: 2021, month: 12, count: 3 }] });
    assert.equal(month('.timeline').length, 0);
  });

  it('shows who is named in the same articles', () => {
    const companion = $('[aria-labelledby="companions"] .project-chip');
    assert.equal(companion.attr('href'), '/daily/projects/8301/');
    assert.match(companion.text(), /同文 2 篇/);
  });

  it('marks the longest of the names that a sentence holds', () => {
    const page = fullPage('project');
    const sentences = ['昨天，远航物流启用了仓库。', '', ''];
    assert.equal(draw({ ...page, sentences })('.card mark').text(), '远航物流');
  });

  it('shows an article’s excerpt where the sentence is not known', () => {
    const page = fullPage('project');
    assert.equal(
      draw({ ...page, sentences: ['', '', ''] })('.card-excerpt')
        .first()
        .text(),
      '摘要',
    );
  });
});

describe('the index of projects', () => {
  const $ = draw(fullPage('project-index'));

  it('has them by the last weeks, by all time and by initial', () => {
    assert.deepEqual(
      $('main h2')
        .toArray()
        .map((heading) => $(heading).text()),
      ['近期提及最多', '提及最多', '按首字母查找'],
    );
  });

  it('leads to each letter of the page, where its names are', () => {
    assert.deepEqual(
      $('.initials a')
        .toArray()
        .map((link) => [$(link).text(), link.attribs.href]),
      [
        ['Y', '#initial-y'],
        ['其他', '#initial-other'],
      ],
    );
    assert.equal($('#initial-y').closest('section').find('li a').attr('href'), '/daily/projects/7133/');
  });

  it('leads to the letters’ pages where they have some, and back', () => {
    const initials = [{ initial: 'Y', count: 9, url: '/projects/~y/', names: [] }];
    const split = draw({ ...fullPage('project-index'), initials });
    assert.equal(split('.initials a').attr('href'), '/daily/projects/~y/');
    assert.equal(split('.initial').length, 0);
    const letter = fullPages().find((page) => page.kind === 'project-index' && page.initial === 'Y')!;
    assert.equal(draw(letter)('.breadcrumb a').last().attr('href'), '/daily/projects/');
  });

  it('has a box to find a name in, which is there for those with script alone', () => {
    assert.equal($('.needs-script label').attr('for'), $('.needs-script input').attr('id'));
  });
});

describe('the projects that an article names', () => {
  const withBody = (html: string, over: Partial<ArticlePage> = {}): CheerioAPI =>
    draw({ ...fullPage('article'), ...over }, { ...BODY, html: html as SafeHtml });
  const link = (id: string, text = '远航') => `<a href="/daily/projects/${id}/" class="project">${text}</a>`;

  it('are cards with a preview: where they were in the news before', () => {
    const $ = withBody('<p>文</p>');
    const card = $('.project-card');
    assert.equal(card.children('a').attr('href'), '/daily/projects/7133/');
    assert.equal(card.find('.project-preview').text(), '上次报道 2022-01-06标题乙');
    assert.equal(card.find('.project-preview a').attr('href'), '/daily/p/b/');
    assert.equal(card.find('time').attr('datetime'), new Date(INSTANT).toISOString());
  });

  it('are cards without one that are named for the first time', () => {
    const { previous: _previous, ...bare } = fullPage('article').projects[0]!;
    assert.equal(withBody('<p>文</p>', { projects: [bare] })('.project-preview').length, 0);
  });

  it('have a line of preview at their links in the text', () => {
    const $ = withBody(`<p>${link('7133')}</p>`);
    assert.equal($('.prose .project').attr('aria-description'), '远航：上次报道 2022-01-06《标题乙》');
  });

  it('have it escaped, whatever they are called', () => {
    const [project] = fullPage('article').projects;
    const name = '<b>“"&amp;';
    const { previous: _previous, ...first } = { ...project!, name };
    const $ = withBody(`<p>${link('7133')}</p>`, { projects: [first] });
    assert.equal($('.prose .project').attr('aria-description'), `${name}：首次见报`);
    assert.equal($('.prose b').length, 0);
  });

  it('are linked at their own page, where the body has an id that was merged', () => {
    const $ = withBody(`<p>${link('8301')}</p>`);
    assert.equal($('.prose .project').attr('href'), '/daily/projects/7133/');
  });

  it('are linked once a section, where the body has both ids', () => {
    const $ = withBody(
      `<p>${link('8301')}，${link('7133', '远<em>航</em>')}</p><h2 id="h">二</h2><p>${link('7133')}</p>`,
    );
    assert.equal($('.prose .project').length, 2);
    assert.equal($('.prose p').first().text(), '远航，远航');
    assert.equal($('.prose em').length, 1);
  });

  it('are text where they have no page', () => {
    const $ = withBody(`<p>${link('9999')}</p>`);
    assert.equal($('.prose p').html(), '远航');
  });

  it('leave every other link alone', () => {
    const other =
      '<p><a href="/daily/projects/7133/">远航</a> &lt;a href="/projects/1/" class="project"&gt;</p>';
    assert.equal(withBody(other)('.prose').html(), load(other, null, false).html());
  });
});
