import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Limits } from '../../src/content/site-config.ts';
import { defaultSiteConfig } from '../../src/content/site-config-defaults.ts';
import { createBodyCleaner, policyFromConfig } from '../../src/html/clean-body.ts';
import { articleOf, cleanHtml, testPolicy } from './clean-html.ts';

describe('policyFromConfig', () => {
  it('takes its parts from the site’s configuration', () => {
    const policy = policyFromConfig(defaultSiteConfig);
    assert.equal(policy.siteUrl, defaultSiteConfig.url);
    assert.equal(policy.excerptLength, defaultSiteConfig.excerpt.length);
    assert.deepEqual(policy.embedHosts, defaultSiteConfig.embeds.hosts);
  });
});

describe('createBodyCleaner: limits', () => {
  const refuse = (body: string, limits: Partial<Limits>, format: 'html' | 'markdown' = 'html') => {
    const result = createBodyCleaner({ ...testPolicy, limits: { ...testPolicy.limits, ...limits } })(
      articleOf(body, { format }),
    );
    assert.ok(!result.ok, 'not refused');
    return result.diagnostics.map(({ rule, severity, file, line, column }) => ({
      rule,
      severity,
      file,
      line,
      column,
    }));
  };
  const fault = (rule: string, line: number, column: number) => [
    { rule, severity: 'error', file: 'articles/a/b.md', line, column },
  ];

  it('names a body that nests too deep, at the element that does', () => {
    assert.deepEqual(refuse('<div>\n<p>一\n  <b>二', { depth: 2 }), fault('body-too-deep', 12, 3));
  });

  it('names a body of too many elements', () => {
    assert.deepEqual(refuse('<p>一\n<p>二\n<p>三', { elements: 2 }), fault('body-too-many-elements', 12, 1));
  });

  it('names an element of too many attributes', () => {
    assert.deepEqual(
      refuse('<p>一</p> <p a b c>', { attributes: 2 }),
      fault('body-too-many-attributes', 10, 10),
    );
  });

  it('names a body of too many images', () => {
    assert.deepEqual(refuse('<img><img>\n<img>', { images: 2 }), fault('body-too-many-images', 11, 1));
  });

  it('counts elements as often as a browser would multiply them', () => {
    const misnested = Array.from({ length: 200 }, (_, index) => `<p><b class="${index}">字</p>`).join('');
    assert.deepEqual(refuse(misnested, { elements: 5000 })[0]?.rule, 'body-too-many-elements');
  });

  it('names the first line of a Markdown body', () => {
    assert.deepEqual(
      refuse('一\n\n* 二', { elements: 2 }, 'markdown'),
      fault('body-too-many-elements', 10, 1),
    );
  });

  it('refuses Markdown that could not be rendered in bounded time', () => {
    assert.deepEqual(refuse('['.repeat(1_000_001), {}, 'markdown'), fault('markdown-too-long', 10, 1));
    assert.deepEqual(
      refuse('[^1]'.repeat(8001), {}, 'markdown'),
      fault('markdown-too-many-footnotes', 10, 1),
    );
  });

  it('refuses a body that would grow without bound', () => {
    const body = `<a href="https://e.example/${'x'.repeat(4000)}">${'<p>一</p>'.repeat(5000)}`;
    assert.deepEqual(refuse(body, {}), fault('body-too-large', 10, 1));
  });

  it('survives nesting far beyond its own limit', () => {
    for (const tag of ['<div>', '<b>', '<ul><li>', '<table><td>', '<svg><g>']) {
      const result = createBodyCleaner({
        ...testPolicy,
        limits: { ...testPolicy.limits, depth: 1e9, elements: 1e9 },
      })(articleOf(tag.repeat(100_000)));
      assert.equal(result.ok, false, tag);
    }
  });
});

describe('createBodyCleaner: bulk', () => {
  it('keeps its head over half a megabyte of anything', () => {
    for (const unit of [
      '<',
      '&',
      '"',
      '&lt;',
      ' ',
      '\n',
      '\u00a0',
      '中\n',
      '<!--',
      '</p>',
      '<p>',
      '<b>x</b>',
      '一。',
      '\ud83d\ude00',
    ]) {
      for (const start of ['', '<p>', '<pre>', '<p title="', '<a href="', '<img alt="', '<table><tr><td>']) {
        const body = start + unit.repeat(Math.ceil(40_000 / unit.length));
        assert.doesNotThrow(
          () => createBodyCleaner(testPolicy)(articleOf(body)),
          `${start} and many ${unit}`,
        );
      }
    }
    for (const unit of ['\n', ' ', '<', '&'])
      assert.ok(cleanHtml(`<pre>x${unit.repeat(500_000)}x`).html.length > 500_000);
  });
});

describe('createBodyCleaner: diagnostics', () => {
  it('says what was removed, where it first stood, and how often', () => {
    const { diagnostics } = cleanHtml(
      '<p>一</p>\n<script>x</script>\n<p onclick="x">二 <a href="javascript:x">三</a></p>\n<p style="display:none">四</p>\n<svg></svg><input>',
    );
    assert.deepEqual(
      diagnostics.map(({ line, column, rule, message }) => [line, column, rule, message]),
      [
        [11, 1, 'active-content-removed', 'Scripts, handlers or plug-in objects were removed (2).'],
        [12, 27, 'unsafe-link-removed', 'Links to addresses that are not allowed became text (1).'],
        [13, 11, 'hidden-content-removed', 'Content that the source hides was removed (1).'],
        [14, 1, 'vector-content-removed', 'Inline SVG or MathML was removed (1).'],
        [14, 12, 'form-removed', 'Form controls were removed (1).'],
      ],
    );
  });

  it('says nothing of what every scraped article carries', () => {
    const { diagnostics } = cleanHtml(
      '<div class="x"><style>a{}</style><p data-x="1" style="color:red">一</p><!-- x --></div>',
    );
    assert.deepEqual(diagnostics, []);
  });
});

describe('createBodyCleaner: Markdown', () => {
  const markdown = (body: string) => cleanHtml(body, { format: 'markdown' }).html;

  it('renders tables, fenced code, strikethrough and autolinks', () => {
    assert.equal(
      markdown('~~一~~ https://e.example/x。\n\n```js\na < b\n```\n\n|甲|乙|\n|:-:|-|\n|1|2|\n'),
      '<p><s>一</s> <a href="https://e.example/x" rel="noopener nofollow">https://e.example/x</a>。</p>\n' +
        '<pre><code class="language-js">a &lt; b</code></pre>\n' +
        '<section class="table-scroll" tabindex="0" aria-label="表格 1"><table><thead><tr><th scope="col" class="align-center">甲</th><th scope="col">乙</th></tr></thead><tbody><tr><td class="align-center">1</td><td>2</td></tr></tbody></table></section>',
    );
  });

  it('renders footnotes that link to and fro', () => {
    assert.equal(
      markdown('一[^a]\n\n[^a]: 注'),
      '<p id="fn-fnref1">一<sup class="footnote-ref"><a href="#fn-fn1">[1]</a></sup></p>\n' +
        '<section class="footnotes" role="doc-endnotes"><ol><li id="fn-fn1">注 <a href="#fn-fnref1" class="footnote-backref">↩︎</a></li></ol></section>',
    );
  });

  it('does not join Chinese lines with a space', () => {
    assert.equal(markdown('第一行\n第二行'), '<p>第一行第二行</p>');
  });

  it('takes braces for text', () => {
    assert.equal(markdown('{{ x }} {% y %}'), '<p>{{ x }} {% y %}</p>');
  });
});

describe('createBodyCleaner: odd input', () => {
  it('makes an empty body of nothing', () => {
    for (const body of ['', ' \n', '<div></div>', '<!-- x -->', '\0']) {
      const { html, text, excerpt, outline } = cleanHtml(body);
      assert.deepEqual({ html, text, excerpt, outline }, { html: '', text: '', excerpt: '', outline: [] });
    }
  });

  it('takes a whole document, or the end of one', () => {
    assert.equal(
      cleanHtml('<!doctype html><html><head><title>x</title></head><body><p>一</p></body></html></div>').html,
      '<p>一</p>',
    );
  });

  it('leaves HTML of any indent and blank lines as it is', () => {
    assert.equal(cleanHtml('<div>\n\n\n        <p>一</p>\n\n    二\n</div>').html, '<p>一</p>\n<p>二</p>');
  });
});
