import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import { parse } from 'parse5';
import { renderPage } from '../../layouts/render-page.tsx';
import type { Page, SiteChrome } from '../../src/site/page.ts';
import { BODY, CHROME, EMPTY_CHROME, EMPTY_PAGES, fullPages } from './sample-pages.ts';

const cases: readonly { readonly name: string; readonly page: Page; readonly html: string }[] = [
  ...fullPages().map((page) => ({ page, size: 'full', html: render(page, CHROME) })),
  ...EMPTY_PAGES.map((page) => ({ page, size: 'empty', html: renderPage(page, { chrome: EMPTY_CHROME }) })),
].map(({ page, size, html }) => ({ name: `${size} ${page.kind} page`, page, html }));

function render(page: Page, chrome: SiteChrome): string {
  return renderPage(page, { chrome, body: BODY });
}

for (const { name, page, html } of cases) {
  describe(`a ${name}`, () => {
    const $ = load(html);

    it('is a document without parse errors, whose charset comes first', () => {
      const errors: string[] = [];
      parse(html, {
        onParseError: ({ code, startLine, startCol }) => errors.push(`${code} ${startLine}:${startCol}`),
      });
      assert.deepEqual(errors, []);
      assert.match(html, /^<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">/);
    });

    it('holds its policy before anything that it could forbid', () => {
      assert.match(
        html,
        /^.*\n<html[^>]*><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]+">/,
      );
    });

    it('has a title, one h1 and one main', () => {
      assert.notEqual($('title').text(), '');
      assert.equal($('h1').length, 1);
      assert.equal($('main').length, 1);
    });

    it('keeps no data- attribute, of which scraped pages are full', () => {
      for (const element of $('*')) {
        const names = Object.keys($(element).attr() ?? {}).filter((name) => name.startsWith('data-'));
        if (page.kind === 'article' || page.kind === 'standalone') assert.deepEqual(names, []);
      }
    });

    it('skips no level of headings', () => {
      let level = 0;
      for (const heading of $('h1, h2, h3, h4, h5, h6')) {
        const next = Number(heading.tagName[1]);
        assert.ok(next <= level + 1, `${$(heading).text()} jumps from ${level} to ${next}`);
        level = next;
      }
    });

    it('holds no inline style, no handler and no script that runs', () => {
      assert.equal($('style, [style]').length, 0);
      for (const element of $('*')) {
        for (const attribute of Object.keys($(element).attr() ?? {})) assert.doesNotMatch(attribute, /^on/i);
      }
      for (const script of $('script')) {
        const isData = $(script).attr('type') === 'application/ld+json';
        assert.equal($(script).attr('src') !== undefined, !isData);
        assert.equal($(script).text() === '', !isData);
      }
    });

    it('holds ids once each, and only references to what is there', () => {
      const ids = $('[id]')
        .toArray()
        .map((element) => $(element).attr('id'));
      assert.deepEqual(ids, [...new Set(ids)]);
      for (const name of ['aria-labelledby', 'aria-describedby', 'for']) {
        for (const element of $(`[${name}]`)) assert.ok(ids.includes($(element).attr(name)));
      }
      for (const element of $('a[href^="#"]')) assert.ok(ids.includes(element.attribs.href!.slice(1)));
    });

    it('links only inside the base path or to http(s)', () => {
      for (const element of $('a[href], link[href], img[src], script[src], form[action]')) {
        const { href, src, action } = element.attribs;
        assert.match(href ?? src ?? action ?? '', /^(?:\/daily\/|https?:\/\/|#|\/media\/)/);
      }
    });

    it('gives every picture a text, a size and no referrer', () => {
      for (const image of $('img').not('.prose img')) {
        const { alt, width, height, referrerpolicy } = image.attribs;
        assert.ok(alt !== undefined && Number(width) > 0 && Number(height) > 0);
        assert.equal(referrerpolicy, 'no-referrer');
      }
    });

    it('names every navigation, and every control', () => {
      for (const nav of $('nav')) assert.notEqual(nav.attribs['aria-label'] ?? '', '');
      for (const link of $('a, button, summary')) {
        assert.notEqual($(link).text().trim() + (link.attribs['aria-label'] ?? ''), '');
      }
    });

    it('is the same on every machine and at every time', () => {
      const zone = process.env.TZ;
      process.env.TZ = 'America/New_York';
      try {
        const chrome = name.startsWith('full') ? CHROME : EMPTY_CHROME;
        const again = renderPage(page, { chrome: { ...chrome }, ...(chrome === CHROME && { body: BODY }) });
        assert.equal(again, html);
      } finally {
        if (zone === undefined) delete process.env.TZ;
        else process.env.TZ = zone;
      }
    });
  });
}

describe('texts of strangers', () => {
  const attacks = [
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '</title></script></style><svg onload=alert(1)>',
    '<!--><script>-->',
    '" onmouseover="alert(1)" x="',
    '&lt;script&gt;',
    '/> a/> <br/> "/>',
    '{{constructor.constructor("alert(1)")()}}',
    '$& $1 $`',
    '\u2028\u2029</SCRIPT >',
  ];

  for (const attack of attacks) {
    it(`change no element of any page: ${JSON.stringify(attack)}`, () => assertSameShape(attack));
  }

  it('change no element of any page, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '-', '!', '</', '/>', 'script'),
            fc.string(),
          ),
        ),
        (parts) => assertSameShape(parts.join('')),
      ),
      { numRuns: 25 },
    );
  });

  it('are shown as they are written', () => {
    const [attack] = attacks;
    const page = fullPages((plain) => plain + attack).find(({ kind }) => kind === 'article')!;
    const $ = load(render(page, CHROME));
    assert.equal($('h1').text(), `标题甲${attack}`);
    assert.equal($('title').text(), `标题甲${attack} - 宽幅日报`);
    assert.equal($('meta[property="og:title"]').attr('content'), `标题甲${attack}`);
    assert.equal(
      JSON.parse($('script[type="application/ld+json"]').first().text()).headline,
      `标题甲${attack}`,
    );
  });

  it('stay text in the chrome as well', () => {
    const hostile = '"><script>alert(1)</script>';
    const chrome: SiteChrome = {
      ...CHROME,
      title: hostile,
      description: hostile,
      author: hostile,
      menu: [{ title: hostile, url: `/${hostile}/` }],
      footer: [{ title: hostile, url: `/${hostile}/` }],
      feeds: [{ title: hostile, url: '/feed.xml', type: 'application/rss+xml' }],
    };
    for (const page of fullPages()) assert.doesNotMatch(render(page, chrome), /<script>/);
  });
});

/** Elements and their attributes' names, in order: what a page is made of, whatever its texts say. */
function shapeOf(html: string): string[] {
  const $ = load(html);
  return $('*')
    .toArray()
    .map((element) => `${$(element).prop('tagName')}[${Object.keys($(element).attr() ?? {})}]`);
}

const plainShapes = fullPages((text) => `${text}字`).map((page) => shapeOf(render(page, CHROME)));

/** A text may cost the document's title the site's name, and a headline its breaks at clauses; no element, no attribute. */
function assertSameShape(attack: string): void {
  for (const [index, page] of fullPages((text) => text + attack).entries()) {
    assert.deepEqual(shapeOf(render(page, CHROME)), plainShapes[index], page.kind);
  }
}

describe('a site with a look of its own', () => {
  const readerDefaults = { theme: 'dark', 'line-width': 'narrow' };
  const $ = load(render(fullPages()[0]!, { ...CHROME, readerDefaults }));

  it('says so in attributes, since no page has a style of its own', () => {
    assert.equal($('html').attr('data-theme'), 'dark');
    assert.equal($('html').attr('data-line-width'), 'narrow');
    assert.equal($('[style]').length + $('style').length, 0);
  });

  it('has its choices marked in the controls of the reader', () => {
    const checked = $('.reader-panel input[checked]');
    assert.deepEqual(
      checked.toArray().map((input) => $(input).attr('value')),
      ['dark', 'medium', 'narrow', 'sans'],
    );
  });
});
